<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>releve</name>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>(empty)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>95% interval</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>A ground resolution of {value} m is not possible.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/tiles.py"></location>
      <source>A margin of {margin} pixels leaves nothing of tiles of {tile} pixels: take larger tiles.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>A single observation in the strata {names}: intervals that need the spread inside them are absent. Two observations are needed in each, fifty are advised.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Accuracy of a map</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Accuracy of each class, weighted by area</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/file.py"></location>
      <source>All files (*.*)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>All observations belong to one block: there are no intervals.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>An interval of no width means that the sample holds no error of that kind, not that the map holds none.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>An overlap of {overlap} pixels leaves nothing of tiles of {tile} pixels: take less than a tile.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Area of each class, as mapped and as estimated.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Area of the map (ha)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Areas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Backend</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Balanced accuracy is the mean recall of the classes of the reference. The disagreement is split after Pontius and Millones (2011, doi:10.1080/01431161.2011.552923): in quantity, the totals of the classes differ; in place, they are swapped.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Balanced accuracy of the sample</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>Band {band} of {name} holds {dtype} values: classes are whole numbers of at most 32 bits. Convert it first, with “gdal_translate -ot Int16” for instance.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>Band {name} has a mean of {found:.4g} in the image and of {known:.4g} ± {deviation:.4g} in the training data: check the order of the bands and the scaling.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>Both an area and an extent are given: give one of them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>CPU, on any computer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>CUDA and TensorRT, NVIDIA cards</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Cached blocks</source>
      <translation>Blocs en cache</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Class</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Classes and their values on the map.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Computes on</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Confusion matrix</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>Deepness cannot scale values by “{kind}”: the model cannot be written for it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>Deepness runs models with one input; this one has {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Device</source>
      <translation>Appareil</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>DirectML, any card on Windows</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Disagreement in place of the sample</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Disagreement in quantity of the sample</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>Error: {message}</source>
      <translation>Erreur : {message}</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated (ha)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated (unit of the strata)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share of the area</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share of the area in each pair of classes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Execution providers</source>
      <translation>Fournisseurs d’exécution</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Extent</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>F1 score</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Features of the reference without a class, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Features of the reference without geometry, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Figures weighted by area are the stratified estimators of Olofsson et al. (2014, doi:10.1016/j.rse.2014.02.015), the strata being the classes of the map.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Figures weighted by area are the stratified estimators of Stehman (2014, doi:10.1080/01431161.2014.930207), which hold where the strata are not the classes of the map. The strata: {names}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Groups</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Here each observation counts the same, whatever area it stands for. Where rare classes were sampled more densely, these figures describe the sample and not the map.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>How these figures were computed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>In the reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Install again, whatever is there</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Install or update the backend</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/notice.py"></location>
      <source>Install…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Interpreter</source>
      <translation>Interpréteur</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Intervals at 95%: 1.96 standard errors to either side by area, Wilson's for the sample. They take the observations for independent of each other.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Intervals at 95%: percentiles of a bootstrap that draws whole blocks (polygons or groups) again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Intervals from only {count} blocks are too narrow: twenty or more are advised.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Jobs</source>
      <translation>Traitements</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Jobs added by other packages</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Kappa of the sample</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Layers, the topmost first</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Makes a Python environment for Relevé's computations in your QGIS profile, from a locked list of packages, and then reads which jobs it offers. QGIS' own Python is left as it is. Python 3.11 to 3.14 must be on this computer. Nothing is done where the packages are already those asked for; with an interpreter of your own in the settings, only the jobs are read.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Makes a picture of layers, styled as they are, with title, legend, scale bar and north arrow. The template is any print layout saved in QGIS (.qpt): its first map shows the layers, its legends list them, and its texts may use the variables @releve_title, @releve_credits and @releve_reference_system. A layer without reference system is drawn without scale bar and arrow.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Map picture from a print layout</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Mapped (ha)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Mapped pixels</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Maps</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>No names tell the bands apart: they are taken in order ({names}). Say which to take with BANDS.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>No observation in the strata {names}, {share} of the area: the estimates weighted by area concern the rest.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>No output is asked for: give a path to one of {names}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>No reference label ({labels}) is a class of the map ({values}): give the pairs in “labels”, as in {example}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>No reference system: coordinates in pixels</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>None of the layers can be opened: correct the paths</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>None of the {count} features of the reference ({reference}) lies on the map ({map}): check the coordinate reference systems of both.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>None of the {count} features of the reference lies where the map and the strata have data.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>Nothing names the classes of the output “{name}”: they are numbered.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations in each pair of classes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations of each class, precision and recall.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Observations where the map has no data, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Observations where the raster of strata has no data, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>On the map</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/polygon_layer.py"></location>
      <source>One polygon has {size:.1f} GB, more than a GeoPackage takes: remove small patches with a minimum area, or leave out its class.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>OpenVINO, Intel processors and cards</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/help.py"></location>
      <source>Outputs</source>
      <translation>Sorties</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Overall accuracy of the sample</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Overall accuracy, by area</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/help.py"></location>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Picture</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Points outside the map, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Points that share a pixel with another point, counted all the same: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Polygons</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Polygons that hold the centre of no pixel of the map, left out: {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Precision</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Print layout templates (*.qpt)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Producer's accuracy</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Producer's accuracy (recall)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Python of the backend</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/environment.py"></location>
      <source>Python {oldest} to {newest} is needed, none of {names} is one: install it, or set its path</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Recall</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Reference system of the map</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>Relevé cannot yet run models of the kind “{kind}”; it runs: {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>Relevé cannot yet run models that read “{mode}” data; it runs models of image patches or pixels.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>Relevé cannot yet run models with {count} inputs ({names}); it runs models with one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend cannot be started with {program}: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>Relevé's backend is not installed: run the algorithm “Install or update the backend” ({id})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend said nothing for {seconds:g} s after its start: start it again</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend stopped in the middle of the work ({status}). Nothing was written.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend {version} speaks protocol {found}, this plugin needs {needed}: run the algorithm “Install or update the backend” ({id})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Resolution (dots per inch)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Rows: {rows}. Columns: {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>Several bands are called “{name}” ({places}): say which to take by number, as in BANDS=3,2,1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Source and authors</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Take care</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Template</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Temporary folder</source>
      <translation>Dossier temporaire</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The Python set for Relevé's backend, {path}, does not exist: correct or empty the setting</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area lies outside the image: it covers {area}, the image {image} in its CRS. Choose another area, or check the CRS of both.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The area of the strata {names} is not given: write the area of each, in any one unit, in “stratum_areas”, as in {example}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area {path} cannot be read ({reason}): choose a polygon layer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area {path} holds no polygon: choose a polygon layer with at least one feature.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>The backend is up to date.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/job.py"></location>
      <source>The backend reported success, but {path} is missing: please report this</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>The band has decimals: a map of classes, in whole numbers, is needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card asks for a preparation of the input “{name}” in foreign code, which Relevé does not run: say how values are scaled.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card calls the {kind} “{said}”, the model “{found}”: taken for the same.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card gives {scalings} scalings for the input “{name}” but the model reads {channels} channels: one for all or one per band is needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card gives “{name}” the shape {said}, the model has {found}: the model's is used.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card gives “{name}” the type {said}, the model has {found}: the model's is used.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card is not a STAC Item with “mlm:” properties: choose the model's own card, or none.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card names the {kind} “{said}” but the model has: {found}. Is it the card of this model?</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card names {bands} bands for the input “{name}” but the model reads {channels} channels: this is not the card of this model.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card names {classes} classes for the output “{name}” but the model gives {channels} channels: this is not the card of this model.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card says the mode “{said}”; known are: {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card says “{said}” but the shape of the output “{name}” is that of “{found}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/scaling.py"></location>
      <source>The card scales values by an expression, which Relevé does not compute: put the scaling into the model, or write it as min-max, z-score, scale, offset or clip.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/graphs.py"></location>
      <source>The card scales values by an expression, which Relevé does not run.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card scales values by “{kind}”, which is not known; known are: {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card was written for another version of this file (its SHA-256 differs): check that they match.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is not a STAC Item but a list or a value.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is not valid JSON ({reason}): correct it or choose another.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {path} cannot be read: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card's nodata rule is “{rule}”; it must be any, all or none.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card's scaling “{kind}” divides by zero: correct it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card's scaling “{kind}” has {found} values and needs {needed}: correct the card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card's scaling “{kind}” lacks {fields}: correct the card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector for “{name}” is not an array of numbers.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector has the shape {said}, the model gives {found}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector {path} cannot be read: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/writing.py"></location>
      <source>The disk of {folder} is full: make room, or choose another folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/providers.py"></location>
      <source>The execution provider {asked} is not in the installed ONNX Runtime, which has: {here}. Install the matching variant of the backend, choose another, or allow the processor instead.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} did not start: ONNX Runtime would run on {used}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} failed to start: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} runs none of the model's nodes: all fall to the processor.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The file {name} is not an ONNX model. Export the model to ONNX and choose the .onnx file.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image has no coordinate reference system and the model works at {gsd:g} m: state the size of the image's pixels in metres (pixel_size).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The image has no coordinate reference system, so the area has no place on it: assign one to the image.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image has no coordinate reference system: state the size of its pixels in metres (pixel_size).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/grids.py"></location>
      <source>The image has {columns} × {rows} pixels: at least one is needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image has {found} bands ({available}) and the model reads {needed}{names}: say which to take, in the model's order, as in BANDS=3,2,1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image holds values from {low:.4g} to {high:.4g} ({dtype}) and the model expects {minimum:.4g} to {maximum:.4g}: it was trained on another unit. Convert the image to it (gdal_translate -scale), or correct the scaling (SCALING, or the model's card).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/grids.py"></location>
      <source>The image is rotated or south-up: turn it north-up with “gdalwarp input.tif north_up.tif”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image's place cannot be computed from its CRS ({crs}): assign the right one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/environment.py"></location>
      <source>The installation was cancelled; what was there before stays.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/provider.py"></location>
      <source>The job {job} needs a newer version of the plugin: left out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} cannot be read</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} cannot be written to {path} for the backend: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} is broken: mend its source</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>The map does not name its classes, and the labels {labels} are not numbers: give the pairs in “labels”, as in {example}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>The map has no class called {labels}; it has {names}. Give the missing pairs in “labels”, as in {example}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/areas.py"></location>
      <source>The map has no coordinate reference system: assign the right one, with “gdal_edit.py -a_srs” for one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The map shows nothing of {name}: move there</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/areas.py"></location>
      <source>The map's coordinate reference system ({crs}) is neither projected nor geographic: assign another.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/areas.py"></location>
      <source>The map's coordinate reference system has no ellipsoid: assign another.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>The map's errors bias the areas counted on it. The estimates take the reference for the truth and correct them; where an interval does not hold the mapped share, the map's own figure misleads.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The map's projection does not keep areas: in its middle a pixel covers {ratio} of the area that is counted for it. Shares stay right where that is the same everywhere; for areas, reproject the map to an equal-area projection.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>The memory may be used up: choose a smaller area.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata give {means} means and {deviations} deviations: as many are needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata name classes by {keys}; whole numbers from 0 are needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata name the classes of {heads} outputs but the model has {outputs}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata number the classes {values}; consecutive numbers from 0 are needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata say tiles of {said} pixels, the model reads {found}: {found} is used.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata say “{said}”, but the shape of the output “{name}” is that of “{found}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The model cannot be loaded: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/writing.py"></location>
      <source>The model cannot be written to {path}: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>The model does not say {questions}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model failed on its input: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model file {name} is cut short or damaged: download or copy it again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model file {name} is empty: copy it again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The model gave values that are not numbers in its output “{name}”: its input is scaled in another way than it expects, or it is damaged. Check the scaling in its card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/heads.py"></location>
      <source>The model gives classes only, so there is no “{product}”: leave it out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives classes, not measures: ask for “classes” rather than “values”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives measures, not classes: ask for “values” rather than “{measure}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives the numbers of classes without probabilities, so there is no “{measure}” to write.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The model has no output “{name}”; its outputs are: {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model is newer than this runtime: it has {what} {found}, ONNX Runtime {runtime} reads up to {known}. Update the backend, or export the model with {what} {known} or lower.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model is not valid ONNX: {reason} Export it again, and check it with onnx.checker.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/writing.py"></location>
      <source>The model keeps its weights in a file beside it: write the copy in the same folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model keeps its weights in “{file}”, which is missing in {folder}: copy it there.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The model reads bands computed from others ({names}): compute them first, as bands of a raster.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>The model reads the bands {wanted}; {missing} is not among those of the image: {available}. Say which to take, in the model's order, as in BANDS=B4,B3,B2 or BANDS=3,2,1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>The model reads tiles of {fixed} pixels only, {asked} are asked for: leave TILE out.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>The model turns {entering} pixels into {leaving}: Relevé runs models that keep the size of pixels.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model uses custom operators ({operators}), which Relevé does not run: export it with standard ONNX operators.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model uses the operator “{operator}” (opset {opset}), which ONNX Runtime {runtime} does not have: export the model with standard operators, or update the backend.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model {path} cannot be opened: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The model's metadata say {key} = {value!r}, a number is needed: correct the metadata.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/graphs.py"></location>
      <source>The model's opset {found} is too old to be changed: export it with opset {needed} or newer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The model's output “{name}” has the shape {shape}; its card says {order}: correct the card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model's weights cannot be read: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The number of channels of the model's output “{name}” is not known: describe it in a card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The output “{name}” ends without softmax: its values are taken as scores of exclusive classes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The output “{name}” gives {channels} channels and the card names {classes} classes: correct the card.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The packages of Relevé's backend ({folder}) are not those this version asks for: {how}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>The picture cannot be written: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The raster of strata ({name}) has no coordinate reference system: assign the right one.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The reference has polygons, and all pixels inside one count. They are not independent of each other, so that intervals come from drawing whole polygons again; large polygons weigh more than small ones.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>The report cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>The sample as it is</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>The scores {scores} and the classes {classes} are not on the same grid: {found} pixels from {found_origin}, {needed} pixels from {needed_origin} are needed. Bring the scores onto the grid of the classes, with “gdalwarp” for instance.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The strata are given twice, as a raster and as a field: give one of them.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The strata of the reference have no area: give a number above 0 in “stratum_areas”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_tables.py"></location>
      <source>The table cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The weights in “{file}” are cut short ({size} of at least {end} bytes): copy them again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/job.py"></location>
      <source>The work was cancelled.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>There is no band “{name}”; there are: {available}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>There is no model at {path}: check its name and folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>There is no raster at {path}: check its name and folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/engine.py"></location>
      <source>There is not enough memory to run the model on a single tile of {tile} × {tile} pixels: choose smaller tiles (TILE), close other programs, or use a computer with more memory.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>There is not enough memory to run the model on this many tiles: use a smaller batch or tile.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>They hold if the places of the reference were drawn at random, in each stratum or over the whole area, and were not used to make the map. Places chosen by hand, or those a model was trained on, give flattering figures.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/tiles.py"></location>
      <source>Tiles of {tile} pixels cannot be blended over {overlap}: take at most half a tile.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Title</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Total</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy (precision)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy: share of what the map shows as the class that truly is. Producer's accuracy: share of what truly is the class that the map shows.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>Values go from {least} to {greatest}: this band holds measures, a map of classes is needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Variant of ONNX Runtime.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/console.py"></location>
      <source>Warning: </source>
      <translation>Attention : </translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Where these figures come from</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>Writing the layer {name} for the backend</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/worker.py"></location>
      <source>a line is no request: {{"id": …, "request": {{…}}}} or {{"cancel": …}} is needed</source>
      <translation>une ligne n’est pas une requête : il faut {{"id": …, "request": {{…}}}} ou {{"cancel": …}}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>a number</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>a size that it does not tell</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>a whole number</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>allow writing in {folder}</source>
      <translation>autorisez l’écriture dans {folder}</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>and {count} more</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>at which ground resolution it works: state it in metres (GSD). The image has pixels of {ground}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>band {number}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/context.py"></location>
      <source>cancelled</source>
      <translation>annulé</translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>class {number}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>exit status {status}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/rasters.py"></location>
      <source>found {found} rasters, at least {needed} are needed</source>
      <translation>{found} rasters trouvés, il en faut au moins {needed}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {number:g}, a number from {low:g} to {high:g} is needed</source>
      <translation>{number:g} trouvé, il faut un nombre de {low:g} à {high:g}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {number:g}, a whole number is needed</source>
      <translation>{number:g} trouvé, il faut un nombre entier</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>found {part!r}, a pair such as sea=1 is needed; separate pairs by commas</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>found {path}, a file that ends in {extensions} is needed</source>
      <translation>{path} trouvé, il faut un fichier se terminant par {extensions}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>found {value!r} for {key}, an object is needed</source>
      <translation>{value!r} trouvé pour {key}, il faut un objet</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>found {value!r} for {name}, a positive number is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed</source>
      <translation>{value!r} trouvé, il faut une date comme 2024-06-30 ou 2024-06-30T12:00:00</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a list is needed</source>
      <translation>{value!r} trouvé, il faut une liste</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a number is needed</source>
      <translation>{value!r} trouvé, il faut un nombre</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a text is needed</source>
      <translation>{value!r} trouvé, il faut un texte</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, one of {choices} is needed</source>
      <translation>{value!r} trouvé, il faut l’une des valeurs {choices}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, the number of a band, from 1, is needed</source>
      <translation>{value!r} trouvé, il faut le numéro d’une bande, à partir de 1</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, true or false is needed</source>
      <translation>{value!r} trouvé, il faut true ou false</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, xmin,ymin,xmax,ymax is needed</source>
      <translation>{value!r} trouvé, il faut xmin,ymin,xmax,ymax</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}: xmin must be less than xmax, and ymin less than ymax</source>
      <translation>{value!r} trouvé : xmin doit être inférieur à xmax, et ymin à ymax</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/datetime.py"></location>
      <source>found {value}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/enum.py"></location>
      <source>found {value}, one of {choices} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/band.py"></location>
      <source>found {value}, the number of a band, from 1, is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/boolean.py"></location>
      <source>found {value}, true or false is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>found {value}, {needed} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/extent.py"></location>
      <source>found {value}, “xmin,xmax,ymin,ymax [EPSG:code]” with xmin &lt; xmax and ymin &lt; ymax is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>how raw values are scaled: state it (SCALING), “none” if it takes them as they are.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>input</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>interrupted, since another request of the session had to be killed: send it again</source>
      <translation>interrompu, car une autre requête de la session a dû être arrêtée de force : renvoyez-la</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>is missing: give it a path</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>is missing: give it a value</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>is not installed</source>
      <translation>n’est pas installé</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>keep one runtime and remove the others: they share their files</source>
      <translation>gardez un seul moteur d’exécution et retirez les autres : ils partagent leurs fichiers</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>legend</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>make the backend again: make backend</source>
      <translation>refaites le moteur : make backend</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>map</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>no destination is given: give a path to one of {names}</source>
      <translation>aucune destination n’est donnée : donnez un chemin à l’une des sorties {names}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>no reason was given</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>none that can be read</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>nothing can be written in {folder} ({reason}): choose another folder</source>
      <translation>impossible d’écrire dans {folder} ({reason}) : choisissez un autre dossier</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>optional</source>
      <translation>facultatif</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>output</source>
      <translation>sortie</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>parameter</source>
      <translation>paramètre</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>print</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>processor</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>remove {name} from the environment: it points another program's data at ours</source>
      <translation>retirez {name} de l’environnement : elle mêle les données d’un autre programme aux nôtres</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>run “Install or update the backend”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>run “make backend”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the folder {folder} does not exist: make it, or choose another</source>
      <translation>le dossier {folder} n’existe pas : créez-le ou choisissez-en un autre</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the folder {folder} is read-only: choose another</source>
      <translation>le dossier {folder} est en lecture seule : choisissez-en un autre</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the job ended without writing {path}: please report this</source>
      <translation>le traitement s’est terminé sans écrire {path} : merci de le signaler</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>the memory is used up: choose a smaller area, or fewer outputs at once</source>
      <translation>la mémoire est épuisée : choisissez une zone plus petite, ou moins de sorties à la fois</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>the parameter {name!r} ({title}) is missing: give it a value</source>
      <translation>le paramètre {name!r} ({title}) manque : donnez-lui une valeur</translation>
    </message>
    <message>
      <location filename="../processing/catalogue.py"></location>
      <source>there is no job {job!r}; there are {known}</source>
      <translation>le traitement {job!r} n’existe pas ; il y a {known}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>there is no {what} {name!r}; there are {known}</source>
      <translation>il n’y a pas de {what} {name!r} ; il y a {known}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>two outputs go to {path}: give each its own</source>
      <translation>deux sorties vont vers {path} : donnez à chacune la sienne</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>unexpected {kind}: {error}; please report this with the details</source>
      <translation>{kind} inattendue : {error} ; merci de le signaler avec les détails</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>unnamed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>update</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>whether it gives classes or measures: state it (TASK).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>whether its scores are probabilities yet: state what is still to be applied (ACTIVATION).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/environment.py"></location>
      <source>{command} failed:
{words}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{count} entries removed</source>
      <translation>{count} entrées supprimées</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/crs.py"></location>
      <source>{crs} is not a known coordinate reference system: give a code such as EPSG:2154</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>{elsewhere} of the model's {total} nodes run on the processor, the others on {provider}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>{first} and {other} do not both have a coordinate reference system: assign it to both.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/environment.py"></location>
      <source>{folder} cannot be replaced ({reason}): end what runs, and close other QGIS windows</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{folder}: {entries} entries, {size:.1f} MB of at most {bound:.0f} MB</source>
      <translation>{folder} : {entries} entrées, {size:.1f} Mo sur {bound:.0f} Mo au plus</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>{found} bands are named (BANDS) and the model reads {needed}: name as many as it reads.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{job} is asked for in version {asked}, this backend has {found}: update the older of the two</source>
      <translation>{job} est demandé en version {asked}, ce moteur a la version {found} : mettez à jour le plus ancien des deux</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} from {low:g} to {high:g}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} of at least {low:g}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} of at most {high:g}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>{map}, compared with {reference}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} cannot be read as a layer of points or polygons: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>{name} cannot be read as a raster ({reason}): it is damaged, cut short or of another kind.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/reading.py"></location>
      <source>{name} cannot be read at row {row}, column {column}: the file is damaged, cut short or out of reach. Copy it again, or leave this place out of the area.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>{name} cannot be read at row {row}: the file is damaged, cut short or out of reach. Copy it again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>{name} cannot be read from row {row} on: the file is damaged or cut short. Copy it again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/cogs.py"></location>
      <source>{name} does not say how it was made: it is no result of Relevé, or was saved by another program.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has geometries of type {kinds}: points or polygons are needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>{name} has no band {band}: it has {count}, counted from 1.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>{name} has no band {band}; it has {count}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/polygonize.py"></location>
      <source>{name} has no coordinate reference system, so its pixels have no area in square metres: give the minimum in pixels, or assign a CRS to the raster.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no coordinate reference system: assign the right one to the layer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no feature with both a geometry and a value in “{field}”: choose another layer or field.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no field “{field}”; it has {known}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>{name} holds several rasters: name one of them, such as {choices}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a Git LFS pointer, not the model itself: fetch it with “git lfs pull”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>{name} is a service without resolution: export the part you need to a file first</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} is a table without geometries: points or polygons are needed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a web page, not a model: the download went wrong, save the file itself.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a {kind} file, not an ONNX model: export the model to ONNX first.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>{name} is located by control points alone: bring it onto a grid with “gdalwarp -t_srs EPSG:… input.tif output.tif”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/raster.py"></location>
      <source>{name} is not a raster layer: choose one</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/vector.py"></location>
      <source>{name} is not a vector layer: choose one</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {path}, a file that ends in {extensions} is needed</source>
      <translation>{name} : {path} trouvé, il faut un fichier se terminant par {extensions}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {value!r}, a path is needed</source>
      <translation>{name} : {value!r} trouvé, il faut un chemin</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} cannot be read: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} cannot be replaced ({reason}): close the programs that use it</source>
      <translation>{path} ne peut pas être remplacé ({reason}) : fermez les programmes qui l’utilisent</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygon_layer.py"></location>
      <source>{path} cannot be written ({reason}): is the disk full, or the folder read-only?</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/paths.py"></location>
      <source>{path} does not exist: correct the path</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} has no map: choose a template with one</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} holds no JSON object</source>
      <translation>{path} ne contient pas d’objet JSON</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is a folder, a file is needed: choose another name</source>
      <translation>{path} est un dossier, il faut un fichier : choisissez un autre nom</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} is no print layout template (.qpt)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} is not JSON: {error}</source>
      <translation>{path} n’est pas du JSON : {error}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/folder.py"></location>
      <source>{path} is not a folder: choose one that exists</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is read-only: choose another name, or allow writing</source>
      <translation>{path} est en lecture seule : choisissez un autre nom ou autorisez l’écriture</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>{reasons} Choose another execution provider, or allow the processor instead.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>{size:.1f} MB of at most {bound:.0f} MB</source>
      <translation>{size:.1f} Mo sur {bound:.0f} Mo au plus</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/vector.py"></location>
      <source>{title}: the layer cannot be read</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{value!r} is not KEY=VALUE</source>
      <translation>{value!r} n’est pas de la forme CLÉ=VALEUR</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygon_layer.py"></location>
      <source>{written} polygons of {count} were written</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>“{key}” of the card must be a list of objects: correct the card.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
</TS>
