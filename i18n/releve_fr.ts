<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>releve</name>
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
      <location filename="../processing/cli.py"></location>
      <source>Error: {message}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>Outputs</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>Parameters</source>
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
      <location filename="../processing/reports/rendering.py"></location>
      <source>Rows: {rows}. Columns: {columns}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Take care</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The Python set for Relevé's backend, {path}, does not exist: correct or empty the setting</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card gives {scalings} scalings for the input “{name}” but the model reads {channels} channels: one for all or one per band is needed.</source>
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
      <location filename="../processing/models/card.py"></location>
      <source>The card scales values by “{kind}”, which is not known; known are: {known}.</source>
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
      <location filename="../processing/models/card.py"></location>
      <source>The model has no output “{name}”; its outputs are: {known}.</source>
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
      <location filename="../processing/models/bare.py"></location>
      <source>The output “{name}” ends without softmax: its values are taken as scores of exclusive classes.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The packages of Relevé's backend ({folder}) are not those this version asks for: {how}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>The report cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>The work was cancelled.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>There is no model at {path}: check its name and folder.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Total</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/console.py"></location>
      <source>Warning: </source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/worker.py"></location>
      <source>a line is no request: {{"id": …, "request": {{…}}}} or {{"cancel": …}} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/context.py"></location>
      <source>cancelled</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>exit status {status}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {found} rasters, at least {needed} are needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {number:g}, a number from {low:g} to {high:g} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {number:g}, a whole number is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {path}, a file that ends in {extensions} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>found {value!r} for {key}, an object is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a list is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a number is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, a text is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, one of {choices} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, the number of a band, from 1, is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, true or false is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, xmin,ymin,xmax,ymax is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}: xmin must be less than xmax, and ymin less than ymax</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>interrupted, since another request of the session had to be killed: send it again</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>no destination is given: give a path to one of {names}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>nothing can be written in {folder} ({reason}): choose another folder</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>optional</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>output</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>parameter</source>
      <translation type="unfinished"></translation>
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
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the folder {folder} is read-only: choose another</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the job ended without writing {path}: please report this</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>the memory is used up: choose a smaller area, or fewer outputs at once</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>the parameter {name!r} ({title}) is missing: give it a value</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/catalogue.py"></location>
      <source>there is no job {job!r}; there are {known}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>there is no {what} {name!r}; there are {known}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>two outputs go to {path}: give each its own</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>unexpected {kind}: {error}; please report this with the details</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{count} entries removed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{folder}: {entries} entries, {size:.1f} MB of at most {bound:.0f} MB</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{job} is asked for in version {asked}, this backend has {found}: update the older of the two</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a Git LFS pointer, not the model itself: fetch it with “git lfs pull”.</source>
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
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {path}, a file that ends in {extensions} is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {value!r}, a path is needed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} cannot be replaced ({reason}): close the programs that use it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} holds no JSON object</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is a folder, a file is needed: choose another name</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} is not JSON: {error}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is read-only: choose another name, or allow writing</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{value!r} is not KEY=VALUE</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
</TS>
