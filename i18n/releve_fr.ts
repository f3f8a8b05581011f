<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>ModelsPanel</name>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>&amp;Add</source>
      <translation>A&amp;jouter</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>&amp;Edit card…</source>
      <translation>&amp;Modifier la fiche…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>&amp;Run on this layer…</source>
      <translation>&amp;Exécuter sur cette couche…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>About the model</source>
      <translation>À propos du modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Add models</source>
      <translation>Ajouter des modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Add models: a folder, or from an index</source>
      <translation>Ajouter des modèles : un dossier, ou depuis un catalogue</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Card</source>
      <translation>Fiche</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Only models of this ground resolution</source>
      <translation>Seulement les modèles de cette résolution au sol</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Only models of this sensor</source>
      <translation>Seulement les modèles de ce capteur</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Only models of this task</source>
      <translation>Seulement les modèles de cette tâche</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Search the models</source>
      <translation>Chercher parmi les modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.ui"></location>
      <source>Search: name, class, band, sensor… (Ctrl+F)</source>
      <translation>Chercher : nom, classe, bande, capteur… (Ctrl+F)</translation>
    </message>
  </context>
  <context>
    <name>ReleveOptionsPage</name>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>A Python that has the packages already; nothing is installed then.</source>
      <translation>Un Python qui a déjà les paquets ; rien n’est alors installé.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Address of a package index; empty: as pip's own settings say, else PyPI.</source>
      <translation>Adresse d’un index de paquets ; vide : selon les réglages de pip, sinon PyPI.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Computes on</source>
      <translation>Calcule sur</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Empty: on Windows and macOS the one of QGIS, on Linux the system's.</source>
      <translation>Vide : sous Windows et macOS celui de QGIS, sous Linux celui du système.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Folder of wheels</source>
      <translation>Dossier de paquets (wheels)</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Install into</source>
      <translation>Installer dans</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Log of the installation</source>
      <translation>Journal de l’installation</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Login of the index</source>
      <translation>Identifiants de l’index</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Made from the Python</source>
      <translation>Créé à partir du Python</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Package index</source>
      <translation>Index de paquets</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Packages are taken from this folder, without any network.</source>
      <translation>Les paquets sont pris dans ce dossier, sans aucun réseau.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Progress of the installation</source>
      <translation>Avancement de l’installation</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Proxy and certificates are those of QGIS (Options ▸ Network, Options ▸ Authentication), else those of pip and of the system.</source>
      <translation>Le serveur mandataire et les certificats sont ceux de QGIS (Options ▸ Réseau, Options ▸ Authentification), sinon ceux de pip et du système.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Remove…</source>
      <translation>Retirer…</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>The password stays in QGIS' own store.</source>
      <translation>Le mot de passe reste dans le coffre de QGIS.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Use my own interpreter</source>
      <translation>Prendre mon interpréteur</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.ui"></location>
      <source>Where the profile is read-only, on a network or too small.</source>
      <translation>Si le profil est en lecture seule, sur un réseau ou trop petit.</translation>
    </message>
  </context>
  <context>
    <name>releve</name>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>&amp;Accept</source>
      <translation>A&amp;ccepter</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Access, if it asks for a token:</source>
      <translation>A&amp;ccès, s’il demande un jeton :</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/working.py"></location>
      <source>&amp;Cancel</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>&amp;Cancel the check</source>
      <translation>&amp;Annuler la vérification</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>&amp;Check this model</source>
      <translation>&amp;Vérifier ce modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/overlay_page.py"></location>
      <source>&amp;Clear paper</source>
      <translation>&amp;Papier transparent</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>&amp;Copy as</source>
      <translation>&amp;Copier comme</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Fetch this model</source>
      <translation>&amp;Récupérer ce modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Index:</source>
      <translation>C&amp;atalogue :</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>&amp;Label the node</source>
      <translation>É&amp;tiqueter le nœud</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>&amp;Load the layers</source>
      <translation>Charger les couc&amp;hes</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/adding.py"></location>
      <source>&amp;Look again</source>
      <translation>&amp;Regarder à nouveau</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>&amp;Match with</source>
      <translation>&amp;Apparier avec</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>&amp;Opacity</source>
      <translation>&amp;Opacité</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>&amp;Open a sheet…</source>
      <translation>&amp;Ouvrir une feuille…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>&amp;Points for QGIS…</source>
      <translation>&amp;Points pour QGIS…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>&amp;Points of this sheet…</source>
      <translation>&amp;Points de cette feuille…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>&amp;Reject</source>
      <translation>&amp;Rejeter</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>&amp;Report on the errors…</source>
      <translation>&amp;Rapport sur les erreurs…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Revision of a repository:</source>
      <translation>&amp;Révision d’un dépôt :</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Search</source>
      <translation>&amp;Chercher</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>&amp;Shown</source>
      <translation>&amp;Affiché</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>&amp;Table of points…</source>
      <translation>&amp;Tableau des points…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>&amp;Words:</source>
      <translation>&amp;Mots :</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>(empty)</source>
      <translation>(vide)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>(not said)</source>
      <translation>(non précisé)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>(value − mean) ÷ deviation</source>
      <translation>(valeur − moyenne) ÷ écart-type</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table.py"></location>
      <source>1 or 0 under “enabled”</source>
      <translation>1 ou 0 sous « enabled »</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/qgis_points.py"></location>
      <source>1 or 0 under “enable”</source>
      <translation>1 ou 0 sous « enable »</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/colours.py"></location>
      <source>1 to 2 ×</source>
      <translation>1 à 2 ×</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/filtering.py"></location>
      <source>1 to 5 m</source>
      <translation>de 1 à 5 m</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/filtering.py"></location>
      <source>100 m and coarser</source>
      <translation>100 m et plus grossière</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/filtering.py"></location>
      <source>15 to 100 m</source>
      <translation>de 15 à 100 m</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/colours.py"></location>
      <source>2 to 3 ×</source>
      <translation>2 à 3 ×</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>32-bit floating point</source>
      <translation>Virgule flottante sur 32 bits</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/filtering.py"></location>
      <source>5 to 15 m</source>
      <translation>de 5 à 15 m</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>5000 for 1:5000. With the resolution of the scan the size of a pixel is checked.</source>
      <translation>5000 pour 1:5000. Avec la résolution de la numérisation, la taille d’un pixel est vérifiée.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>5000 for 1:5000: gives the resolution of the scan by the size of its pixels, and the error that is accepted.</source>
      <translation>5000 pour 1:5000 : donne la résolution de la numérisation d’après la taille de ses pixels, et l’erreur acceptée.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>95 % after (m)</source>
      <translation>95 % après (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>95 % before (m)</source>
      <translation>95 % avant (m)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>95 % interval ({unit})</source>
      <translation>Intervalle à 95 % ({unit})</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>95 % of the seams are below, after (m)</source>
      <translation>95 % des raccords sont en dessous de, après (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>95 % of the seams are below, before (m)</source>
      <translation>95 % des raccords sont en dessous de, avant (m)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>95% interval</source>
      <translation>Intervalle à 95 %</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>A &amp;sheet…</source>
      <translation>Une &amp;feuille…</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A Cloud Optimized GeoTIFF a sheet.</source>
      <translation>Un Cloud Optimized GeoTIFF par feuille.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A STAC Item that describes the model, instead of the one beside or inside it.</source>
      <translation>Un Item STAC qui décrit le modèle, au lieu de celui qui est à côté ou à l’intérieur.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A STAC Item to begin with, instead of the one beside or inside the model.</source>
      <translation>Un Item STAC de départ, au lieu de celui qui se trouve à côté du modèle ou dedans.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A band for each number of the vectors.</source>
      <translation>Une bande par nombre des vecteurs.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>A card is found beside its model under the name {name}: {other} has to be given by hand.</source>
      <translation>Une fiche est trouvée à côté de son modèle sous le nom {name} : {other} doit être indiquée à la main.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A class for each tile</source>
      <translation>Une classe par tuile</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A code such as EPSG:2154, a definition, or the name of a historical one.</source>
      <translation>Un code comme EPSG:2154, une définition, ou le nom d’un système historique.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A code such as EPSG:2154, a definition, or the name of a historical one. Without it, that of the points.</source>
      <translation>Un code comme EPSG:2154, une définition ou le nom d’un système historique. À défaut, celui des points.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A code such as EPSG:2154, a definition, or the name of a historical one; that of the reference by default.</source>
      <translation>Un code tel que EPSG:2154, une définition ou le nom d’un système historique ; celui de la référence par défaut.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A copy of the model that carries its card, and Deepness' keys where Deepness can run it.</source>
      <translation>Une copie du modèle qui porte sa fiche, et les clés de Deepness quand Deepness peut l’exécuter.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A file of control points a sheet, named as it was.</source>
      <translation>Un fichier de points de calage par feuille, nommé comme il l’était.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjustment.py"></location>
      <source>A fixed sheet needs three points or more that do not lie on one line.</source>
      <translation>Une feuille fixe doit avoir au moins trois points qui ne soient pas alignés.</translation>
    </message>
    <message>
      <location filename="../processing/models/completing.py"></location>
      <source>A ground resolution of {value} m is not possible.</source>
      <translation>Une résolution au sol de {value} m est impossible.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A larger model is refused.</source>
      <translation>Un modèle plus gros est refusé.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>A layer that lies on the ground and shows the same place</source>
      <translation>Une couche déjà calée qui montre le même lieu</translation>
    </message>
    <message>
      <location filename="../processing/raster/tiles.py"></location>
      <source>A margin of {margin} pixels leaves nothing of tiles of {tile} pixels: take larger tiles.</source>
      <translation>Une marge de {margin} pixels ne laisse rien de tuiles de {tile} pixels : prenez des tuiles plus grandes.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/filling.py"></location>
      <source>A package did not arrive whole: trying again</source>
      <translation>Un paquet n’est pas arrivé entier : nouvel essai</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/footprint.py"></location>
      <source>A pixel of {side:g} is larger than the whole sheet, which is {width:.3g} wide and {height:.3g} high on the map: give the pixel size in units of the CRS of the map, such as degrees.</source>
      <translation>Un pixel de {side:g} est plus grand que toute la feuille, qui mesure {width:.3g} de large et {height:.3g} de haut sur la carte : donnez la taille du pixel dans l’unité du SCR de la carte, comme le degré.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A polygon a sheet: what it is to show. A field with the names of the sheets tells whose it is.</source>
      <translation>Un polygone par feuille : ce qu’elle doit montrer. Un champ avec les noms des feuilles dit à laquelle il appartient.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A polygon for each object, with its class, score, area, direction where boxes are oriented (azimuth), whether one tile saw it whole (seen), and a state of review.</source>
      <translation>Un polygone par objet, avec sa classe, son score, sa surface, sa direction si les boîtes sont orientées (azimuth), s’il a été vu en entier par une tuile (seen), et un état de relecture.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/polynomials.py"></location>
      <source>A polynomial of order {order} needs points on {needed} lines or more each way. Add points between the lines, or choose a method that bends less.</source>
      <translation>Un polynôme d’ordre {order} demande des points sur au moins {needed} lignes dans chaque sens. Ajoutez des points entre les lignes, ou choisissez une méthode plus rigide.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A raster that “Apply a model to rasters” has written.</source>
      <translation>Un raster écrit par « Appliquer un modèle à des rasters ».</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A raster with a band for each number of the vectors, as inference.embed writes it.</source>
      <translation>Un raster qui a une bande par nombre des vecteurs, comme l’écrit inference.embed.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A rectangle instead of an area.</source>
      <translation>Un rectangle au lieu d’une zone.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>A row a sheet, for programs.</source>
      <translation>Une ligne par feuille, pour les programmes.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>A run needs, and nothing says: {names}.</source>
      <translation>Une exécution en a besoin et rien ne le dit : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sets.py"></location>
      <source>A scan at {own} dpi among scans at {usual} dpi has that: all is well if it is one.</source>
      <translation>C’est le cas d’une numérisation à {own} ppp parmi d’autres à {usual} ppp : si c’en est une, tout va bien.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>A single observation in the strata {names}: intervals that need the spread inside them are absent. Two observations are needed in each, fifty are advised.</source>
      <translation>Une seule observation dans les strates {names} : les intervalles qui exigent d’en connaître la dispersion sont absents. Il en faut deux dans chacune, cinquante sont conseillées.</translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>A smallest polygon in square metres is asked for (MINIMUM_AREA), and the image has no coordinate reference system: assign it one, or leave MINIMUM_AREA out.</source>
      <translation>Une surface minimale en mètres carrés est demandée pour les polygones (MINIMUM_AREA), mais l’image n’a pas de système de coordonnées : attribuez-lui-en un, ou laissez MINIMUM_AREA de côté.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>A tile of {tile} pixels is no whole number of pixels of the input “{name}”, of which one is {ratio} as long: choose another TILE.</source>
      <translation>Une tuile de {tile} pixels n’est pas un nombre entier de pixels de l’entrée « {name} », qui sont {ratio} fois aussi longs : choisissez une autre taille (TILE).</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals.py"></location>
      <source>Accept a proposal</source>
      <translation>Accepter une proposition</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Accept a&amp;ll</source>
      <translation>Tout acc&amp;epter</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals.py"></location>
      <source>Accept all proposals</source>
      <translation>Accepter toutes les propositions</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Accept all the same</source>
      <translation>Accepter quand même</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Accepted error</source>
      <translation>Erreur acceptée</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Accuracy of a map</source>
      <translation>Exactitude d’une carte</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>Accuracy of each class, as the card states it.</source>
      <translation>Exactitude de chaque classe, telle que la fiche l’indique.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Accuracy of each class, weighted by area</source>
      <translation>Exactitude de chaque classe, pondérée par la superficie</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>Accuracy stated</source>
      <translation>Exactitude annoncée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/adding.py"></location>
      <source>Add a &amp;folder of models…</source>
      <translation>Ajouter un &amp;dossier de modèles…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Add a class</source>
      <translation>Ajouter une classe</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/comparison.py"></location>
      <source>Add points or correct them: the best method, {method}, errs by {loo} m without a point, and {tolerance} m are accepted.</source>
      <translation>Ajoutez ou corrigez des points : la meilleure méthode, {method}, se trompe de {loo} m avec un point de moins, et {tolerance} m sont acceptés.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/comparison.py"></location>
      <source>Add points: {count} of {needed} needed to tell methods apart are there.</source>
      <translation>Ajoutez des points : il y en a {count}, il en faut {needed} pour départager les méthodes.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>Add the &amp;point</source>
      <translation>Ajouter le &amp;point</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Add the layout to the project</source>
      <translation>Ajouter la mise en page au projet</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Address or path of a STAC catalogue, collection or Item, or a repository of Hugging Face as owner/name.</source>
      <translation>Adresse ou chemin d’un catalogue, d’une collection ou d’un Item STAC, ou dépôt de Hugging Face sous la forme propriétaire/nom.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Address or path of a STAC catalogue, or owner/name at Hugging Face</source>
      <translation>Adresse ou chemin d’un catalogue STAC, ou propriétaire/nom chez Hugging Face</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Adjust the sheets of an atlas to each other</source>
      <translation>Compenser entre elles les feuilles d’un atlas</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Adjusted points</source>
      <translation>Points compensés</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>Adjusting {count} sheets</source>
      <translation>Compensation de {count} feuilles</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/help.py"></location>
      <source>Advanced parameters</source>
      <translation>Paramètres avancés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Affine</source>
      <translation>Affine</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Affine, at the point (m)</source>
      <translation>Affine, au point (m)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Agreement</source>
      <translation>Accord</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>Agreement of a second reading</source>
      <translation>Accord d’une seconde lecture</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Airy-Kavrayskiy</source>
      <translation>Airy-Kavrayskiy</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>All bands lie about 1000 higher than in the training data, and nothing is darker than that: the image seems to carry the offset of Sentinel-2 since baseline 04.00. Subtract 1000 (gdal_calc.py), or take a product of which the offset is already removed.</source>
      <translation>Toutes les bandes sont environ 1000 au-dessus des données d’entraînement, et rien n’est plus sombre que cela : l’image semble porter le décalage de Sentinel-2 depuis la baseline 04.00. Retranchez 1000 (gdal_calc.py), ou prenez un produit dont le décalage est déjà retiré.</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>All bands lie about 1000 lower than in the training data: those seem to carry the offset of Sentinel-2 since baseline 04.00, and the image does not. Add 1000 to it (gdal_calc.py).</source>
      <translation>Toutes les bandes sont environ 1000 en dessous des données d’entraînement : celles-ci semblent porter le décalage de Sentinel-2 depuis la baseline 04.00, et l’image non. Ajoutez-lui 1000 (gdal_calc.py).</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/file.py"></location>
      <source>All files (*.*)</source>
      <translation>Tous les fichiers (*.*)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>All observations belong to one block: there are no intervals.</source>
      <translation>Toutes les observations appartiennent au même bloc : il n’y a pas d’intervalles.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Allen (1974), errors without a point</source>
      <translation>Allen (1974), erreurs avec un point de moins</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Allow the processor instead</source>
      <translation>Accepter le processeur à la place</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Along the pixels</source>
      <translation>Le long des pixels</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Along the pixels, or off them as “Class raster to polygons” (raster.polygonize) tells: without gaps or overlaps, right angles where something stands alone.</source>
      <translation>Le long des pixels, ou en s’en écartant comme l’explique « Raster de classes en polygones » (raster.polygonize) : sans trou ni recouvrement, à angles droits pour ce qui est isolé.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Always</source>
      <translation>Toujours</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>An ONNX file that finds keypoints, or pairs of them in two images. Without one, SIFT: it bears any rotation and scales from 0.5 to 2, and is the surer one on the sheets we know. Where the two are drawn differently, outlines against areas, a model may find more.</source>
      <translation>Un fichier ONNX qui trouve des points d’intérêt, ou des paires de points dans deux images. Sans lui, SIFT : il supporte toute rotation et des échelles de 0,5 à 2, et c’est le plus sûr sur les feuilles que nous connaissons. Quand les deux sont dessinées différemment, contours d’un côté, surfaces de l’autre, un modèle peut en trouver davantage.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>An ONNX file, with a card or without.</source>
      <translation>Un fichier ONNX, avec ou sans fiche.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>An ONNX file.</source>
      <translation>Un fichier ONNX.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>An ONNX file. Its card says which bands, scale and resolution it needs.</source>
      <translation>Un fichier ONNX. Sa fiche dit de quelles bandes, de quelle échelle de valeurs et de quelle résolution il a besoin.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>An installation of the backend was interrupted: repair it; what was downloaded is kept</source>
      <translation>Une installation du moteur a été interrompue : réparez-la ; ce qui a été téléchargé est gardé</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>An interpreter of your own is set: nothing is installed.</source>
      <translation>Un interpréteur à vous est réglé : rien n’est installé.</translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>An overlap of {overlap} pixels leaves nothing of tiles of {tile} pixels: take less than a tile.</source>
      <translation>Un recouvrement de {overlap} pixels ne laisse rien de tuiles de {tile} pixels : prenez moins d’une tuile.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>An overlap of {overlap} px leaves nothing of tiles of {tile} px: give less.</source>
      <translation>Un recouvrement de {overlap} px ne laisse rien de tuiles de {tile} px : donnez moins.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>An update of the backend was interrupted; the former one still works: repair it</source>
      <translation>Une mise à jour du moteur a été interrompue ; l’ancien fonctionne encore : réparez-le</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Annotation</source>
      <translation>Annotation</translation>
    </message>
    <message>
      <location filename="../plugin/installer/alone.py"></location>
      <source>Another QGIS is installing the backend at this moment (process {pid} on {host}): wait until it is done. If there is none, delete {path}</source>
      <translation>Un autre QGIS installe le moteur en ce moment (processus {pid} sur {host}) : attendez qu’il ait fini. S’il n’y en a pas, supprimez {path}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Any of the examples</source>
      <translation>L’un quelconque des exemples</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Applies a model to each image of a folder or a list by itself, and sums up in one report what came of each. An image that fails does not stop the others. What is done stays when the work is cancelled; the same batch, started again, goes on from there.</source>
      <translation>Applique un modèle à chaque image d’un dossier ou d’une liste, une par une, et dresse dans un seul rapport le bilan de chacune. Une image en échec n’arrête pas les autres. Ce qui est fait reste en cas d’annulation ; le même lot, relancé, reprend où il en était.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Applies a model to the part of an image that a map shows, and sends pictures as they are done, the middle first. They hold what “Apply a model to rasters” gives for the same place, unless the view is so wide that only a coarse picture can be made in time, which is said.</source>
      <translation>Applique un modèle à la partie d’une image que montre une carte, et envoie des vignettes au fur et à mesure, le milieu d’abord. Elles contiennent ce que donne « Appliquer un modèle à des rasters » au même endroit, sauf si la vue est si large que seule une image grossière peut être faite à temps, ce qui est alors dit.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Applies an ONNX model of super-resolution. The image that leaves it has pixels twice, four times… as fine, and lies exactly over the one that entered.</source>
      <translation>Applique un modèle ONNX de super-résolution. L’image qui en sort a des pixels deux, quatre fois… plus fins, et se superpose exactement à celle qui y est entrée.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Applies an ONNX model that gives a vector (an embedding) for each pixel, for each patch of pixels, or for each tile, and writes a raster with a band for each number of it. Places that look alike have vectors that point the same way: “Find places like these” compares them. Where a model gives one vector for a tile, TILE and OVERLAP say how fine the raster is: a pixel is a tile less its overlap.</source>
      <translation>Applique un modèle ONNX qui donne un vecteur (un plongement) pour chaque pixel, chaque carré de pixels ou chaque tuile, et écrit un raster qui a une bande par nombre du vecteur. Des lieux qui se ressemblent ont des vecteurs de même direction : « Trouver des lieux semblables » les compare. Quand un modèle donne un vecteur par tuile, TILE et OVERLAP disent la finesse du raster : un pixel est une tuile moins son recouvrement.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>Applies the model to what the map shows, again whenever it moves.</source>
      <translation>Applique le modèle à ce que montre la carte, de nouveau à chaque déplacement.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Apply a model to a folder of images</source>
      <translation>Appliquer un modèle à un dossier d’images</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Apply a model to rasters</source>
      <translation>Appliquer un modèle à des rasters</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Approximate extent</source>
      <translation>Emprise approximative</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>ArcGIS CSV</source>
      <translation>CSV d’ArcGIS</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>ArcGIS TSV</source>
      <translation>TSV d’ArcGIS</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Architecture</source>
      <translation>Architecture</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Area (ha)</source>
      <translation>Surface (ha)</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Area (m²)</source>
      <translation>Surface (m²)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Area ({unit})</source>
      <translation>Superficie ({unit})</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Area of each class, as mapped and as estimated.</source>
      <translation>Superficie de chaque classe, sur la carte et estimée.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Area of interest</source>
      <translation>Zone d’intérêt</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Area of the map (ha)</source>
      <translation>Superficie de la carte (ha)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Area on the ground beside Helmert's fit: green where it is larger, orange where smaller, by up to {percent}.</source>
      <translation>Surface au sol par rapport au calage de Helmert : verte où elle est plus grande, orange où elle est plus petite, de {percent} au plus.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Area, log₂</source>
      <translation>Surface, log₂</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Areas</source>
      <translation>Superficies</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Areas of the strata</source>
      <translation>Superficies des strates</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>Arrow keys</source>
      <translation>Flèches</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>As in the run of {moment}</source>
      <translation>Comme dans l’exécution du {moment}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>As many places are written at most.</source>
      <translation>Au plus autant de lieux sont écrits.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>As name=value, with commas: day_of_year=120, slope=3.5. Latitude, longitude and the day of a single dated image are known without.</source>
      <translation>Sous la forme nom=valeur, avec des virgules : day_of_year=120, slope=3.5. La latitude, la longitude et le jour d’une seule image datée sont connus d’office.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>As the map</source>
      <translation>Comme la carte</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>As they are</source>
      <translation>Telles quelles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>As they are, in 4 bytes a number</source>
      <translation>Tels quels, 4 octets par nombre</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Assessment</source>
      <translation>Évaluation</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>Assume the right one with “crs”.</source>
      <translation>Supposez le bon avec « crs ».</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/findings.py"></location>
      <source>Assume {crs}</source>
      <translation>Supposer {crs}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>At the points (m)</source>
      <translation>Aux points (m)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/backend_algorithm.py"></location>
      <source>Backend</source>
      <translation>Moteur de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Backspace</source>
      <translation>Retour arrière</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Balanced accuracy</source>
      <translation>Exactitude équilibrée</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Balanced accuracy is the mean recall of the classes of the reference. The disagreement is split after Pontius and Millones (2011, doi:10.1080/01431161.2011.552923): in quantity, the totals of the classes differ; in place, they are swapped.</source>
      <translation>L’exactitude équilibrée est le rappel moyen des classes de la référence. Le désaccord est partagé selon Pontius et Millones (2011, doi:10.1080/01431161.2011.552923) : en quantité, les totaux des classes diffèrent ; en position, les classes sont échangées.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Balanced accuracy of the sample</source>
      <translation>Exactitude équilibrée de l’échantillon</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Band</source>
      <translation>Bande</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Band of the scores</source>
      <translation>Bande des scores</translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>Band {band} of {name} holds {dtype} values: classes are whole numbers of at most 32 bits. Convert it first, with “gdal_translate -ot Int16” for instance.</source>
      <translation>La bande {band} de {name} contient des valeurs {dtype} : les classes sont des nombres entiers de 32 bits au plus. Convertissez-la d’abord, par exemple avec « gdal_translate -ot Int16 ».</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>Band {name} has a mean of {found:.4g} in the image and of {known:.4g} ± {deviation:.4g} in the training data.</source>
      <translation>La bande {name} a une moyenne de {found:.4g} dans l’image et de {known:.4g} ± {deviation:.4g} dans les données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>Band {name} ranges from {low:.4g} to {high:.4g} in the image and from {least:.4g} to {most:.4g} in the training data.</source>
      <translation>La bande {name} va de {low:.4g} à {high:.4g} dans l’image et de {least:.4g} à {most:.4g} dans les données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Bare ground between sheets</source>
      <translation>Terrain à nu entre les feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Bare ground between sheets (m²)</source>
      <translation>Terrain à nu entre les feuilles (m²)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Batch</source>
      <translation>Lot</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Before long runs</source>
      <translation>Avant les longs calculs</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Began</source>
      <translation>Début</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/similar.py"></location>
      <source>Best places</source>
      <translation>Meilleurs lieux</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Best places are so many pixels of the embeddings apart at least, from each other and from the examples.</source>
      <translation>Les meilleurs lieux sont éloignés d’au moins autant de pixels des plongements, entre eux et des exemples.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Between which two shares it lies, mostly at 95 %.</source>
      <translation>Entre quelles parts elle se situe, le plus souvent à 95 %.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Bilinear</source>
      <translation>Bilinéaire</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Blended</source>
      <translation>Fondus</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Block adjustment</source>
      <translation>Compensation en bloc</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>Both an area and an extent are given: give one of them.</source>
      <translation>Une zone et une emprise sont données : donnez l’une des deux.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Both images are made small and searched for one similarity (RANSAC); around the place it gives, tiles at full resolution are matched one by one. Places must pair both ways, pass the ratio test, agree with their tile within 4 pixels and with their neighbours (Delaunay triangles that keep their order and their area).</source>
      <translation>Les deux images sont réduites et une similitude y est cherchée (RANSAC) ; autour du lieu qu’elle donne, des tuiles à pleine résolution sont appariées une à une. Les lieux doivent s’apparier dans les deux sens, passer le test du rapport, s’accorder avec leur tuile à 4 pixels près et avec leurs voisins (des triangles de Delaunay qui gardent leur sens et leur surface).</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Boxes, scores and labels (torchvision)</source>
      <translation>Boîtes, scores et étiquettes (torchvision)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Branch, tag or commit of a repository; without it, main.</source>
      <translation>Branche, étiquette ou commit d’un dépôt ; sans cette valeur, main.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Brings a model from an index, with its weights and its card, into a models folder. Each file is checked against the hash that the index gives; a cut transfer goes on where it ended when the job is run again. The licence is told first, and has to be accepted.</source>
      <translation>Récupère un modèle d’un index, avec ses poids et sa fiche, dans un dossier de modèles. Chaque fichier est vérifié par l’empreinte que donne l’index ; un transfert coupé reprend où il s’est arrêté quand le traitement est relancé. La licence est dite d’abord et doit être acceptée.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>By default the extension of the file decides: .points QGIS, .csv table of Relevé, .json annotation, .txt GDAL, .tsv ArcGIS.</source>
      <translation>Par défaut l’extension du fichier décide : .points QGIS, .csv tableau de Relevé, .json annotation, .txt GDAL, .tsv ArcGIS.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>By default the one that the image of the sheet tells.</source>
      <translation>Par défaut celle que dit l’image de la feuille.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/overlay_page.py"></location>
      <source>By how much a colour may differ from the paper's and be paper still</source>
      <translation>De combien une couleur peut différer de celle du papier et rester du papier</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>By how much a colour may differ from the paper's and be paper still; less where the sheet is drawn small.</source>
      <translation>De combien une couleur peut s’écarter de celle du papier et rester du papier ; moins là où la feuille est dessinée en petit.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>By its SPDX name, as in CC-BY-4.0.</source>
      <translation>Par son nom SPDX, comme CC-BY-4.0.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>By numbers</source>
      <translation>Par nombres</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Bytes, in steps of 1/254</source>
      <translation>Octets, par pas de 1/254</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>CPU, on any computer</source>
      <translation>Processeur, sur tout ordinateur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>CRS of the map</source>
      <translation>SCR de la carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>CRS of the maps</source>
      <translation>SCR des cartes</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>CRS of the points</source>
      <translation>SCR des points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>CRS of the typed x and y</source>
      <translation>SCR des x et y saisis</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>CSV, in place of a folder: a row a sheet, with the column image, and where they are known sheet and z: a sheet with a greater z lies above. Paths are relative to the table.</source>
      <translation>CSV, à la place d’un dossier : une ligne par feuille, avec la colonne image et, si on les connaît, sheet et z : une feuille de plus grand z est au-dessus. Les chemins partent du tableau.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>CSV, in place of a folder: a row a sheet, with the columns points, and where they are known sheet, image, cutline, z, year, fixed. Paths are relative to the table.</source>
      <translation>CSV, à la place d’un dossier : une ligne par feuille, avec la colonne points et, si on les connaît, sheet, image, cutline, z, year, fixed. Les chemins partent du tableau.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>CUDA and TensorRT, NVIDIA cards</source>
      <translation>CUDA et TensorRT, cartes NVIDIA</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/entries.py"></location>
      <source>Cannot run: {reason}</source>
      <translation>Ne peut pas s’exécuter : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>Card</source>
      <translation>Fiche</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_view.py"></location>
      <source>Card of the model</source>
      <translation>Fiche du modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>Card of {title}</source>
      <translation>Fiche de {title}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Change by shifted tiles</source>
      <translation>Changement par décalage des tuiles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/state.py"></location>
      <source>Change of CRS</source>
      <translation>Changement de SCR</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Change of area</source>
      <translation>Changement de surface</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/state.py"></location>
      <source>Change of method</source>
      <translation>Changement de méthode</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Check</source>
      <translation>Vérification</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Check a model</source>
      <translation>Vérifier un modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Check for seams</source>
      <translation>Recherche de coutures</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sets.py"></location>
      <source>Check its points, unless it is drawn at another scale.</source>
      <translation>Vérifiez ses points, sauf si elle est dessinée à une autre échelle.</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Check of {model}</source>
      <translation>Vérification de {model}</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>Check the order of the bands (BANDS) and the scaling: what the model has never seen, it cannot know. Season, sensor, haze or another level of processing may be the cause too.</source>
      <translation>Vérifiez l’ordre des bandes (BANDS) et la mise à l’échelle : le modèle ne peut pas connaître ce qu’il n’a jamais vu. La saison, le capteur, la brume ou un autre niveau de traitement peuvent aussi en être la cause.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Checks the control points of each sheet of a folder or a table, fits it by its best method and, where a folder for results is given and images are there, warps it. One report tells of the set, the sheets to look at first on top. A sheet that fails does not stop the others. The same batch, started again, goes on from where it ended.</source>
      <translation>Vérifie les points de calage de chaque feuille d’un dossier ou d’un tableau, la cale par sa meilleure méthode et, si un dossier de résultats est donné et que les images sont là, la redresse. Un seul rapport parle de l’ensemble, les feuilles à regarder d’abord en tête. Une feuille qui échoue n’arrête pas les autres. Le même lot, relancé, reprend là où il s’était arrêté.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Choose a colour…</source>
      <translation>Choisir une couleur…</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controller.py"></location>
      <source>Choose a model to see its preview.</source>
      <translation>Choisissez un modèle pour en voir l’aperçu.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Choose a node, and type a number for its X and one for its Y.</source>
      <translation>Choisissez un nœud, et saisissez un nombre pour son X et un pour son Y.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controller.py"></location>
      <source>Choose a raster layer to see a preview on it.</source>
      <translation>Choisissez une couche raster pour y voir un aperçu.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Citation</source>
      <translation>Citation</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Class raster</source>
      <translation>Raster de classes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Class raster to polygons</source>
      <translation>Raster de classes en polygones</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>Classes ({count})</source>
      <translation>Classes ({count})</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Classes and their values on the map.</source>
      <translation>Classes et leurs valeurs sur la carte.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Classes kept</source>
      <translation>Classes conservées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Classes of pixels</source>
      <translation>Des classes de pixels</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Classes of the output “{name}”</source>
      <translation>Classes de la sortie « {name} »</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Classifies or measures each pixel, or each tile, with an ONNX model of one image, of a series or of several inputs. The images are checked against the model's card, brought to its ground resolution and read tile by tile; what is missing stays missing.</source>
      <translation>Classe ou mesure chaque pixel, ou chaque tuile, par un modèle ONNX d’une image, d’une série ou de plusieurs entrées. Les images sont contrôlées d’après la fiche du modèle, ramenées à sa résolution au sol et lues tuile par tuile ; ce qui manque reste manquant.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Clockwise, as the image shows it.</source>
      <translation>Dans le sens horaire, comme l’image la montre.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/notice_bar.py"></location>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controller.py"></location>
      <source>Coarse preview, on pixels {factor} times as long as the model's: zoom in to 1:{scale} for the true result.</source>
      <translation>Aperçu grossier, sur des pixels {factor} fois plus longs que ceux du modèle : zoomez jusqu’au 1:{scale} pour le vrai résultat.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Colours of the scan, and alpha.</source>
      <translation>Couleurs du scan, et alpha.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Column (px)</source>
      <translation>Colonne (px)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Columns</source>
      <translation>Colonnes</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Command line of QGIS (qgis_process)</source>
      <translation>Ligne de commande de QGIS (qgis_process)</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Command line of Relevé</source>
      <translation>Ligne de commande de Relevé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Compares a raster of classes with points or polygons whose class is known. Gives the confusion matrix, overall and balanced accuracy, precision and recall of each class, and, weighted by area, accuracies and the areas of the classes with intervals of confidence (Olofsson et al. 2014; Stehman 2014 where the strata are not the map's classes).</source>
      <translation>Compare un raster de classes à des points ou des polygones dont la classe est connue. Donne la matrice de confusion, l’exactitude globale et équilibrée, la précision et le rappel de chaque classe et, pondérées par la superficie, les exactitudes et les superficies des classes avec leurs intervalles de confiance (Olofsson et al. 2014 ; Stehman 2014 quand les strates ne sont pas les classes de la carte).</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Compares the embedding of each place with those of examples: 1 where both point the same way, 0 where they have nothing in common, -1 at most (cosine similarity). Half the mean of counter-examples is taken off the examples first (Rocchio 1971). The best places are written as polygons with their score and rank, the examples left out.</source>
      <translation>Compare le plongement de chaque lieu à ceux d’exemples : 1 quand les deux ont la même direction, 0 quand ils n’ont rien de commun, -1 au pire (similarité cosinus). La moitié de la moyenne des contre-exemples est d’abord retranchée des exemples (Rocchio 1971). Les meilleurs lieux sont écrits comme polygones avec leur score et leur rang, sans les exemples.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Compares the model with the examples in its card, on each device.</source>
      <translation>Compare le modèle aux exemples de sa fiche, sur chaque matériel.</translation>
    </message>
    <message>
      <location filename="../processing/inference/run.py"></location>
      <source>Comparing shifted tiles</source>
      <translation>Comparaison de tuiles décalées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Computes 16 blocks on tiles that are shifted by half of one too, and warns when more than 1 % of the pixels get another class, or values change by more than 5 % of their standard deviation. Long is a run of at least 20 times as many tiles as that takes.</source>
      <translation>Calcule aussi 16 blocs sur des tuiles décalées d’une demi-tuile, et avertit quand plus de 1 % des pixels changent de classe, ou que des valeurs changent de plus de 5 % de leur écart type. Un calcul est long s’il compte au moins 20 fois plus de tuiles que cette vérification.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Computes on</source>
      <translation>Calcule sur</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Confusion matrix</source>
      <translation>Matrice de confusion</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/points_view.py"></location>
      <source>Control points</source>
      <translation>Points de calage</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Control points by matching a reference</source>
      <translation>Points de calage par appariement avec une référence</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Conversion of the points</source>
      <translation>Conversion des points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Convert them instead</source>
      <translation>Plutôt les convertir</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Converted points</source>
      <translation>Points convertis</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Copied: paste it into a terminal or a file</source>
      <translation>Copié : à coller dans un terminal ou un fichier</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Copies what the form asks for, to run it elsewhere</source>
      <translation>Copie ce que demande le formulaire, pour l’exécuter ailleurs</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Copy as</source>
      <translation>Copier comme</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Corners of a mask</source>
      <translation>Sommets d’un masque</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cosine similarity of each place to the examples.</source>
      <translation>Similarité cosinus de chaque lieu avec les exemples.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Counted in the pixels of the map, whose errors they share.</source>
      <translation>Comptées sur les pixels de la carte, dont elles partagent les erreurs.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Counter-examples</source>
      <translation>Contre-exemples</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cropped</source>
      <translation>Rognés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cropped for classes alone, else blended</source>
      <translation>Rognés pour les classes seules, sinon fondus</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Entrée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>Ctrl+Z, Ctrl+Shift+Z</source>
      <translation>Ctrl+Z, Ctrl+Maj+Z</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cubic</source>
      <translation>Cubique</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cubic keeps thin lines and small writing sharp; nearest keeps the very colours of the scan. Where the map has larger pixels than the sheet, they are means all the same.</source>
      <translation>Cubique garde nets les traits fins et les petites écritures ; le plus proche voisin garde les couleurs mêmes du scan. Là où la carte a des pixels plus grands que la feuille, ce sont de toute façon des moyennes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Cutlines</source>
      <translation>Lignes de découpe</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>DETR, boxes [N, n, 4] and scores [N, n, classes + 1] with softmax</source>
      <translation>DETR, boîtes [N, n, 4] et scores [N, n, classes + 1] avec softmax</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>DETR, boxes [N, n, 4] and scores [N, n, classes] with sigmoid</source>
      <translation>DETR, boîtes [N, n, 4] et scores [N, n, classes] avec sigmoïde</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>DETR, with sigmoid</source>
      <translation>DETR, avec sigmoïde</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>DETR, with softmax</source>
      <translation>DETR, avec softmax</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Date, instead of today</source>
      <translation>Date, au lieu d’aujourd’hui</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Dates of “{name}”</source>
      <translation>Dates de « {name} »</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>Deepness cannot scale values by “{kind}”: the model cannot be written for it.</source>
      <translation>Deepness ne sait pas mettre les valeurs à l’échelle par « {kind} » : le modèle ne peut pas être écrit pour lui.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>Deepness runs models with one input; this one has {count}.</source>
      <translation>Deepness applique les modèles à une entrée ; celui-ci en a {count}.</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>Deepness' keys inside the model</source>
      <translation>les clés de Deepness dans le modèle</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Defaults</source>
      <translation>Par défaut</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>Delete</source>
      <translation>Suppr</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Delete the point (Delete)</source>
      <translation>Supprimer le point (Suppr)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/points_view.py"></location>
      <source>Deletion of {count} points</source>
      <translation>Suppression de {count} points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Denominator of the scale</source>
      <translation>Dénominateur de l’échelle</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Describe each place by a model</source>
      <translation>Décrire chaque lieu par un modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Details of the run</source>
      <translation>Détails de l’exécution</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Detect objects</source>
      <translation>Détecter des objets</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Device</source>
      <translation>Matériel</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>DirectML, any card on Windows</source>
      <translation>DirectML, toute carte sous Windows</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Disagreement in place of the sample</source>
      <translation>Désaccord de l’échantillon en position</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Disagreement in quantity of the sample</source>
      <translation>Désaccord de l’échantillon en quantité</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Distance between neighbouring lines in units of the labels, where one node alone is labelled.</source>
      <translation>Distance entre deux lignes voisines, dans l’unité des étiquettes, quand un seul nœud est étiqueté.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Distance from the fit, in metres</source>
      <translation>Résidu du calage, en mètres</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Distance from the fit, in pixels of the sheet</source>
      <translation>Résidu du calage, en pixels de la feuille</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Distortion</source>
      <translation>Déformation</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Distortion over the sheet, beside Helmert's fit of the same points.</source>
      <translation>Déformation sur la feuille, par rapport au calage de Helmert des mêmes points.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Divided by 10,000</source>
      <translation>Divisées par 10 000</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Divided by 255</source>
      <translation>Divisées par 255</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Do all again</source>
      <translation>Tout refaire</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Dots: all pairs. Numbered circles: the points given. Lines join what shows the same.</source>
      <translation>Petits points : toutes les paires. Cercles numérotés : les points donnés. Les lignes joignent ce qui montre la même chose.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Downwards from the upper left corner</source>
      <translation>Vers le bas depuis le coin supérieur gauche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Draws a sheet by its control points as “Warp a sheet” would, as far as a view shows it, on request with clear paper. The sheet is kept in memory for a while, so that the next picture comes at once.</source>
      <translation>Dessine une feuille par ses points de calage comme le ferait « Redresser une feuille », autant que la vue la montre, sur demande avec le papier transparent. La feuille reste un moment en mémoire, pour que l’image suivante vienne aussitôt.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Draws of the bootstrap</source>
      <translation>Tirages du bootstrap</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/overlay_page.py"></location>
      <source>Draws the sheet by its points, again after each change.</source>
      <translation>Dessine la feuille d’après ses points, de nouveau à chaque changement.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Drop exact repetitions</source>
      <translation>Ôter les répétitions exactes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Drop repetitions, average what differs</source>
      <translation>Ôter les répétitions, prendre la moyenne de ce qui diffère</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Duration</source>
      <translation>Durée</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Easting or longitude</source>
      <translation>Est ou longitude</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Easting or longitude, in the CRS of the points</source>
      <translation>Abscisse ou longitude, dans le SCR des points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Edit a model card</source>
      <translation>Modifier une fiche de modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Edit of point {id}</source>
      <translation>Modification du point {id}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Edits</source>
      <translation>Modifications</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Embeddings</source>
      <translation>Plongements</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Empty where none is.</source>
      <translation>Vide s’il n’y en a pas.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>End well</source>
      <translation>Finir normalement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>End with an error</source>
      <translation>Finir par une erreur</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Enter, in the table or on the sheet</source>
      <translation>Entrée, dans le tableau ou sur la feuille</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Entropy</source>
      <translation>Entropie</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error</source>
      <translation>Erreur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error at the points</source>
      <translation>Erreur aux points</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Error at the points (m)</source>
      <translation>Erreur aux points (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error without a point</source>
      <translation>Erreur avec un point de moins</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Error without a point (m)</source>
      <translation>Erreur avec un point de moins (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Error without a point (px)</source>
      <translation>Erreur avec un point de moins (px)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error without a point after</source>
      <translation>Erreur avec un point de moins, après</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Error without a point after (m)</source>
      <translation>Erreur avec un point de moins, après (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error without a point before</source>
      <translation>Erreur avec un point de moins, avant</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Error without a point before (m)</source>
      <translation>Erreur avec un point de moins, avant (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Error without a point on the sheet</source>
      <translation>Erreur avec un point de moins, sur la feuille</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>Error: {message}</source>
      <translation>Erreur : {message}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Errors as arrows (V)</source>
      <translation>Les erreurs en flèches (V)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Errors in metres. Longer bars than {limit} m are cut.</source>
      <translation>Erreurs en mètres. Les barres de plus de {limit} m sont coupées.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Errors of control points</source>
      <translation>Erreurs des points de calage</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Errors of the points</source>
      <translation>Erreurs des points</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Errors: root of the mean square over the points, unless said otherwise.</source>
      <translation>Erreurs : racine de la moyenne des carrés sur les points, sauf indication contraire.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>Escape</source>
      <translation>Échap</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated (ha)</source>
      <translation>Estimée (ha)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated (unit of the strata)</source>
      <translation>Estimée (unité des strates)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Estimated from reference data; an interval contains the true area in 95 of 100 cases.</source>
      <translation>Estimées d’après des données de référence ; un intervalle contient la vraie superficie dans 95 cas sur 100.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share</source>
      <translation>Part estimée</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share of the area</source>
      <translation>Part estimée de la superficie</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Estimated share of the area in each pair of classes.</source>
      <translation>Part estimée de la superficie de chaque paire de classes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Estimates</source>
      <translation>Estimations</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Estimates of “Accuracy of a map” (CSV)</source>
      <translation>Estimations de « Exactitude d’une carte » (CSV)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Every image in it that fits the pattern is taken.</source>
      <translation>Toute image du dossier qui correspond au motif est prise.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Every raster in it is taken: as “Warp a sheet” makes them.</source>
      <translation>Tous les rasters qu’il contient sont pris : tels que « Redresser une feuille » les produit.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Everything that is known of each model, for programs.</source>
      <translation>Tout ce que l’on sait de chaque modèle, pour les programmes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Execution provider</source>
      <translation>Fournisseur d’exécution</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Execution providers</source>
      <translation>Fournisseurs d’exécution</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/layers.py"></location>
      <source>Expected error</source>
      <translation>Erreur attendue</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Expected error, from {low} m (light) to {high} m (dark).</source>
      <translation>Erreur attendue, de {low} m (clair) à {high} m (foncé).</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>F1 score</source>
      <translation>Score F1</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Failed: the sheet was not found on the reference, and no points are given.</source>
      <translation>Échec : la feuille n’a pas été trouvée sur la référence, et aucun point n’est donné.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/run.py"></location>
      <source>Far from the points the fit folds the sheet over: those parts are left out. Draw a mask, add points there, or choose a method that bends less.</source>
      <translation>Loin des points, l’ajustement replie la feuille : ces parties sont laissées de côté. Dessinez un masque, ajoutez des points à cet endroit ou choisissez une méthode qui déforme moins.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Features of one group (a tile, a parcel, a plot) are not independent: intervals come from drawing whole groups again.</source>
      <translation>Les entités d’un même groupe (une tuile, une parcelle, une placette) ne sont pas indépendantes : les intervalles viennent d’un nouveau tirage de groupes entiers.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Features of the reference without a class, left out: {count}.</source>
      <translation>Entités de la référence sans classe, écartées : {count}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Features of the reference without geometry, left out: {count}.</source>
      <translation>Entités de la référence sans géométrie, écartées : {count}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Fetch a model</source>
      <translation>Récupérer un modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Fetched: {path}</source>
      <translation>Récupéré : {path}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/following.py"></location>
      <source>Fetching {package}</source>
      <translation>Téléchargement de {package}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/following.py"></location>
      <source>Fetching {package}: {done} of {total}</source>
      <translation>Téléchargement de {package} : {done} sur {total}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Field of the class</source>
      <translation>Champ de la classe</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Field of the group</source>
      <translation>Champ du groupe</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Field of the stratum</source>
      <translation>Champ de la strate</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>Fields of the card</source>
      <translation>Champs de la fiche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Figures of each sheet</source>
      <translation>Chiffres de chaque feuille</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Figures weighted by area are the stratified estimators of Olofsson et al. (2014, doi:10.1016/j.rse.2014.02.015), the strata being the classes of the map.</source>
      <translation>Les chiffres pondérés par la superficie sont les estimateurs stratifiés d’Olofsson et al. (2014, doi:10.1016/j.rse.2014.02.015), les strates étant les classes de la carte.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Figures weighted by area are the stratified estimators of Stehman (2014, doi:10.1080/01431161.2014.930207), which hold where the strata are not the classes of the map. The strata: {names}.</source>
      <translation>Les chiffres pondérés par la superficie sont les estimateurs stratifiés de Stehman (2014, doi:10.1080/01431161.2014.930207), valables quand les strates ne sont pas les classes de la carte. Les strates : {names}.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Files named after the images.</source>
      <translation>Des fichiers nommés d’après les images.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Files that cannot be read</source>
      <translation>Fichiers illisibles</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Filled in as last time: {names}</source>
      <translation>Rempli comme la dernière fois : {names}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/running.py"></location>
      <source>Filled in with the model and the layer that are chosen in the dock.</source>
      <translation>Rempli avec le modèle et la couche choisis dans le panneau.</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Fills in what a new form shows; data stay</source>
      <translation>Remet ce qu’un nouveau formulaire montre ; les données restent</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>Find out in which reference system they were taken and assume that one with “crs”.</source>
      <translation>Cherchez dans quel système de référence elles ont été relevées et supposez-le avec « crs ».</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Find places like these</source>
      <translation>Trouver des lieux semblables</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Find the &amp;graticule</source>
      <translation>Trouver le &amp;carroyage</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Finds objects in images of any size with an ONNX detector: boxes, oriented boxes, or outlines of instances. The image is checked against the model's card and read tile by tile; an object that several tiles see is kept once, and one that no tile sees whole is put together from its pieces.</source>
      <translation>Trouve des objets dans des images de toute taille avec un détecteur ONNX : boîtes, boîtes orientées ou contours d’instances. L’image est confrontée à la fiche du modèle et lue tuile par tuile ; un objet vu par plusieurs tuiles est gardé une seule fois, et celui qu’aucune tuile ne voit en entier est recomposé de ses morceaux.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Finds the lines of a graticule on a scanned sheet, and where they cross. Lines are told from folds, rails, streets and the frame by their equal spacing in both directions. Label two nodes, or one and the spacing, and every node becomes a control point with its standard error: those that were measured count, weak ones and those that were only predicted are set aside for you to decide. Where the evidence is weak, nothing is given.</source>
      <translation>Trouve les lignes du carroyage d’une feuille numérisée, et leurs croisements. Leur espacement égal dans les deux sens les distingue des plis, des voies ferrées, des rues et du cadre. Étiquetez deux nœuds, ou un seul et l’espacement, et chaque nœud devient un point de calage avec son erreur type : ceux qui ont été mesurés comptent ; les nœuds faibles et ceux qui sont seulement prédits sont mis de côté, à vous de décider. Quand les indices sont faibles, rien n’est donné.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Finds the same places on a sheet and on a reference that lies on the ground, and gives them as control points, each with a confidence and a standard error, to be looked at before they are used. The verdict says plainly what they are worth: reliable, look at it, or failed. A match that failed gives no points: where they are asked for, the job ends with an error that says why.</source>
      <translation>Retrouve les mêmes lieux sur une feuille et sur une référence déjà calée, et les donne comme points de calage, chacun avec une confiance et une erreur type, à regarder avant usage. Le verdict dit sans détour ce qu’ils valent : fiable, à regarder ou échec. Un appariement qui échoue ne donne aucun point : s’ils sont demandés, le travail finit par une erreur qui dit pourquoi.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Finer image</source>
      <translation>Image affinée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Fit a sheet to its control points</source>
      <translation>Caler une feuille sur ses points de calage</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Fit m</source>
      <translation>Calage m</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Fit of {sheet}</source>
      <translation>Calage de {sheet}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Fit px</source>
      <translation>Calage px</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Fits a sheet by seven methods and tells, for each, the error at the points and the error at each point when the others alone decide: only this one says how far off the sheet is. Recommends the method with the lowest, the simplest of those within 5%, or none where the points do not carry one. Names suspect points, refuses fits that fold over, and draws errors, distortion and the expected error all over the sheet.</source>
      <translation>Cale une feuille par sept méthodes et donne, pour chacune, l’erreur aux points et l’erreur en chaque point quand les autres décident seuls : elle seule dit de combien la feuille est décalée. Recommande la méthode où elle est la plus faible, la plus simple à 5 % près, ou aucune quand les points n’en portent pas. Nomme les points suspects, refuse les calages qui replient la feuille, et dessine les erreurs, la déformation et l’erreur attendue sur toute la feuille.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Fixed sheets</source>
      <translation>Feuilles fixes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Flipped and shifted: 7</source>
      <translation>Retournée et décalée : 7</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Flipped: 4</source>
      <translation>Retournée : 4</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Folder for the environment, where the profile is on a network or too small.</source>
      <translation>Dossier de l’environnement, si le profil est sur un réseau ou trop petit.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folder of images</source>
      <translation>Dossier d’images</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/adding.py"></location>
      <source>Folder of models</source>
      <translation>Dossier de modèles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folder of results</source>
      <translation>Dossier des résultats</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folder of sheets</source>
      <translation>Dossier de feuilles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folder of warped sheets</source>
      <translation>Dossier de feuilles redressées</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Folder of wheels</source>
      <translation>Dossier de paquets (wheels)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>Folders and files removed</source>
      <translation>Dossiers et fichiers retirés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Folders that hold models, one a line. They are read with their subfolders.</source>
      <translation>Dossiers contenant des modèles, un par ligne. Leurs sous-dossiers sont lus aussi.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>For all sheets. Without it, for each the one with the lowest error without a point.</source>
      <translation>Pour toutes les feuilles. Sans elle, pour chacune celle dont l’erreur avec un point de moins est la plus faible.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>For intervals from polygons or groups.</source>
      <translation>Pour les intervalles tirés de polygones ou de groupes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>For looking at, with all that is known of each point.</source>
      <translation>Pour regarder, avec tout ce qui est connu de chaque point.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>For the points, in place of what their file claims: a code such as EPSG:2154, WKT, a PROJ string, or the name of a historical one, such as verniquet.</source>
      <translation>Pour les points, à la place de ce que leur fichier annonce : un code comme EPSG:2154, du WKT, une chaîne PROJ ou le nom d’un système historique, comme verniquet.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>Forget the settings too</source>
      <translation>Oublier aussi les réglages</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/adding.py"></location>
      <source>Forget {folder}</source>
      <translation>Oublier {folder}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../processing/raster/legend.py"></location>
      <source>Found “{text}”: pairs of value and name are needed, such as “1=Sea, 2=Beach”.</source>
      <translation>Trouvé « {text} » : il faut des paires valeur et nom, comme « 1=Mer, 2=Plage ».</translation>
    </message>
    <message>
      <location filename="../processing/raster/legend.py"></location>
      <source>Found “{text}”: the values of classes are needed, separated by commas, such as “1, 3, 5”.</source>
      <translation>Trouvé « {text} » : il faut les valeurs des classes, séparées par des virgules, comme « 1, 3, 5 ».</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>Fresh start</source>
      <translation>Nouveau départ</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/adding.py"></location>
      <source>From an &amp;index…</source>
      <translation>Depuis un &amp;catalogue…</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>From the sheet to north, counter-clockwise.</source>
      <translation>De la feuille vers le nord, dans le sens inverse des aiguilles d’une montre.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Further images</source>
      <translation>Images supplémentaires</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>GCP</source>
      <translation>GCP</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>GDAL</source>
      <translation>GDAL</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>GeoPackage</source>
      <translation>GeoPackage</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>GeoTIFF</source>
      <translation>GeoTIFF</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Georeference &amp;annotation (IIIF)…</source>
      <translation>&amp;Annotation de géoréférencement (IIIF)…</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Georeference a set of sheets</source>
      <translation>Géoréférencer un ensemble de feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Georeferencing of a set of sheets</source>
      <translation>Géoréférencement d’un ensemble de feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>Give either a folder of sheets or a table of sheets.</source>
      <translation>Donnez soit un dossier de feuilles, soit un tableau de feuilles.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>Go &amp;on with</source>
      <translation>&amp;Reprendre</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Go &amp;on with another sheet</source>
      <translation>Passer à une &amp;autre feuille</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Graphics card</source>
      <translation>Carte graphique</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Graticule of a sheet</source>
      <translation>Carroyage d’une feuille</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Greatest</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Greatest (m)</source>
      <translation>Maximum (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Greatest change of an angle (°)</source>
      <translation>Plus grand changement d’un angle (°)</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Greatest difference from the processor</source>
      <translation>Plus grand écart avec le processeur</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Greatest difference from the test vectors</source>
      <translation>Plus grand écart avec les vecteurs de test</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Greatest error accepted</source>
      <translation>Plus grande erreur acceptée</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Greatest overlap</source>
      <translation>Recouvrement maximal</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Grid cells</source>
      <translation>Mailles du carroyage</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Ground covered</source>
      <translation>Terrain couvert</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Ground covered (m²)</source>
      <translation>Terrain couvert (m²)</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Ground resolution</source>
      <translation>Résolution au sol</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Ground resolution of the image</source>
      <translation>Résolution au sol de l’image</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Ground resolution of the model</source>
      <translation>Résolution au sol du modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Ground that several sheets show</source>
      <translation>Terrain montré par plusieurs feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Ground that several sheets show (m²)</source>
      <translation>Terrain montré par plusieurs feuilles (m²)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Groups</source>
      <translation>Groupes</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Half of the sheet is expected to be off by less than {middle} m, nine tenths by {low} to {high} m. Each error without a point is divided by the uncertainty that the fit has there. The mean of these nearby, times the uncertainty of the fit at a place as if the point on which it hangs most were missing, is what is expected there (after Dubrule 1983, doi:10.1007/BF01033232). Beyond the points it grows, since nothing was measured there.</source>
      <translation>La moitié de la feuille devrait être décalée de moins de {middle} m, les neuf dixièmes de {low} à {high} m. Chaque erreur avec un point de moins est divisée par l’incertitude du calage à cet endroit. La moyenne de ces rapports aux alentours, multipliée par l’incertitude du calage en un lieu comme si le point dont il dépend le plus manquait, donne l’erreur attendue en ce lieu (d’après Dubrule 1983, doi:10.1007/BF01033232). Au-delà des points elle croît, puisque rien n’y a été mesuré.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Height of the view</source>
      <translation>Hauteur de la vue</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Helmert</source>
      <translation>Helmert</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Here each observation counts the same, whatever area it stands for. Where rare classes were sampled more densely, these figures describe the sample and not the map.</source>
      <translation>Ici chaque observation compte autant, quelle que soit la superficie qu’elle représente. Quand les classes rares ont été échantillonnées plus densément, ces chiffres décrivent l’échantillon et non la carte.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>Historical</source>
      <translation>Historiques</translation>
    </message>
    <message>
      <location filename="../plugin/reference_systems.py"></location>
      <source>Historical reference systems</source>
      <translation>Systèmes de référence historiques</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>Holds</source>
      <translation>Contient</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How evenly the probabilities are spread, 0 to 1.</source>
      <translation>À quel point les probabilités se partagent également, de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How far apart neighbours put common places, before and after.</source>
      <translation>Écart entre les positions que des voisines donnent aux lieux communs, avant et après.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>How far apart two sheets put the places that both show, the worst first: {shown} of {count}.</source>
      <translation>Écart entre les positions que deux feuilles donnent aux lieux qu’elles montrent toutes deux, les pires d’abord : {shown} sur {count}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How far boundaries may move from the pixels, where they leave them.</source>
      <translation>De combien les limites peuvent s’écarter des pixels, si elles les quittent.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How far boundaries may move from the pixels, where they leave them; rectangular ones twice as far. Buildings with ragged edges need 2 or 3.</source>
      <translation>De combien les limites peuvent s’écarter des pixels, si elles les quittent ; deux fois plus pour la forme rectangulaire. Des bâtiments aux bords déchiquetés en demandent 2 ou 3.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How far flipped or shifted views disagree: the mutual information of class and view over its maximum ln C, 0 to 1 (Houlsby et al. 2011), or the standard deviation of measures, in their unit. Views must be asked for.</source>
      <translation>Combien les vues retournées ou décalées divergent : l’information mutuelle entre classe et vue rapportée à son maximum ln C, de 0 à 1 (Houlsby et al. 2011), ou l’écart type des mesures, dans leur unité. Il faut demander des vues.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How far the graticule may be turned on the image, either way.</source>
      <translation>De combien le carroyage peut être tourné sur l’image, dans un sens ou dans l’autre.</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>How far to trust it</source>
      <translation>Jusqu’où s’y fier</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>How it ran</source>
      <translation>Déroulement</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>How it was measured</source>
      <translation>Comment elle a été mesurée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How many pixels the view has on the screen, from left to right.</source>
      <translation>Nombre de pixels de la vue à l’écran, de gauche à droite.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How many pixels the view has on the screen, from top to bottom.</source>
      <translation>Nombre de pixels de la vue à l’écran, de haut en bas.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How many tiles are inferred at once.</source>
      <translation>Nombre de tuiles traitées à la fois par le modèle.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>How many times too long the arrows are</source>
      <translation>Combien de fois les flèches sont allongées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How much neighbouring tiles share, instead of what the card says or the model sees.</source>
      <translation>Ce que partagent deux tuiles voisines, à la place de ce que dit la fiche ou de ce que voit le modèle.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How overlapping tiles become one image.</source>
      <translation>Comment des tuiles qui se recouvrent deviennent une seule image.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How raw values become what the model was trained on, where its card does not say so.</source>
      <translation>Comment les valeurs brutes deviennent celles sur lesquelles le modèle a été entraîné, si sa fiche ne le dit pas.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>How raw values become what the model was trained on.</source>
      <translation>Comment les valeurs brutes deviennent celles de l’apprentissage du modèle.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>How the model's outputs tell objects, where neither its card nor their shapes do.</source>
      <translation>Comment les sorties du modèle décrivent les objets, quand ni sa fiche ni leurs dimensions ne le disent.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>How the model's outputs tell objects.</source>
      <translation>Comment les sorties du modèle décrivent les objets.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>How the verdict is reached</source>
      <translation>Comment le verdict est rendu</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>How these figures were computed</source>
      <translation>Comment ces chiffres ont été calculés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Hugging Face, or a server that answers as it does.</source>
      <translation>Hugging Face, ou un serveur qui répond de la même façon.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/sketches.py"></location>
      <source>Hulls of the points of each sheet, north on top: red above the median error without a point, most so at {times:g} times it, and of the other colour below. The sheets to look at first are named.</source>
      <translation>Enveloppes des points de chaque feuille, nord en haut : rouge au-dessus de l’erreur médiane avec un point de moins, le plus fort à {times:g} fois celle-ci, et de l’autre couleur en dessous. Les feuilles à regarder d’abord sont nommées.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>I &amp;accept that no licence is stated</source>
      <translation>J’&amp;accepte qu’aucune licence ne soit indiquée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>I &amp;accept the licence: {licence}</source>
      <translation>J’&amp;accepte la licence : {licence}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>IIIF</source>
      <translation>IIIF</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>IIIF Georeference Extension</source>
      <translation>Extension Georeference de IIIF</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>IIIF annotation</source>
      <translation>Annotation IIIF</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Image of the sheet, as it was scanned.</source>
      <translation>Image de la feuille, telle que numérisée.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Image of the sheet, for its size: annotations tell it, and rows from the bottom need it.</source>
      <translation>Image de la feuille, pour sa taille : les annotations la disent, et les lignes comptées depuis le bas en ont besoin.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Image of the sheet, for its size: how far the layers reach.</source>
      <translation>Image de la feuille, pour sa taille : jusqu’où vont les couches.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Images and files of control points, paired by their names: plan.jpg with plan.jpg.points or plan.points; accents and apostrophes may differ.</source>
      <translation>Images et fichiers de points de calage, appariés par leurs noms : plan.jpg avec plan.jpg.points ou plan.points ; accents et apostrophes peuvent différer.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Images done</source>
      <translation>Images traitées</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Images kept from an earlier batch</source>
      <translation>Images conservées d’un lot précédent</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Images that fail</source>
      <translation>Images en échec</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Images that failed</source>
      <translation>Images en échec</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Images to take besides those of the folder, or without one.</source>
      <translation>Images à prendre en plus de celles du dossier, ou sans dossier.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In place of a layer: columns and rows on the sheet, as “120,80; 5900,80; 5900,4100; 120,4100”.</source>
      <translation>À la place d’une couche : colonnes et lignes sur la feuille, comme « 120,80; 5900,80; 5900,4100; 120,4100 ».</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>In the CRS</source>
      <translation>Dans le SCR</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In the order of the model's output, with commas.</source>
      <translation>Dans l’ordre de la sortie du modèle, séparés par des virgules.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>In the reference</source>
      <translation>Dans la référence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In the type and unit of the model's output; where that is a whole number, 0 (or the least number there is) stands for missing.</source>
      <translation>Dans le type et l’unité de la sortie du modèle ; si c’est un nombre entier, 0 (ou le plus petit qui soit) marque ce qui manque.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In units of the CRS of the map. Without it, the size that the sheet's own pixels have there. The corners of pixels are multiples of it: sheets of one pixel size fit together.</source>
      <translation>En unités du SCR de la carte. À défaut, la taille qu’y ont les pixels de la feuille. Les coins des pixels en sont des multiples : des feuilles de même taille de pixel s’accordent.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In units of the CRS of the maps, the same for all, so that they fit together. Without it, the median of what the sheets have.</source>
      <translation>En unités du SCR des cartes, la même pour toutes, afin qu’elles s’assemblent. Sans elle, la médiane de ce qu’ont les feuilles.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>In which the points are understood.</source>
      <translation>Dans lequel les points sont compris.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Index</source>
      <translation>Index</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Input “{name}”</source>
      <translation>Entrée « {name} »</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>Inputs</source>
      <translation>Entrées</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>Insert</source>
      <translation>Inser</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Install</source>
      <translation>Installer</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Install again</source>
      <translation>Réinstaller</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Install again, whatever is there</source>
      <translation>Réinstaller même si tout est à jour</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Install or update the backend</source>
      <translation>Installer ou mettre à jour le moteur de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/options/installation.py"></location>
      <source>Installing Relevé's backend</source>
      <translation>Installation du moteur de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Installing the packages</source>
      <translation>Installation des paquets</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Installs from this folder, without any network: what pip download has put there.</source>
      <translation>Installe depuis ce dossier, sans aucun réseau : ce que « pip download » y a mis.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/notice_bar.py"></location>
      <source>Install…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Instead of a raster: the stratum of each feature. The area of each stratum is needed as well.</source>
      <translation>Au lieu d’un raster : la strate de chaque entité. La superficie de chaque strate est alors nécessaire.</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Interpreter</source>
      <translation>Interpréteur</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>Interval</source>
      <translation>Intervalle</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Intervals at 95%: 1.96 standard errors to either side by area, Wilson's for the sample. They take the observations for independent of each other.</source>
      <translation>Intervalles à 95 % : 1,96 erreur type de part et d’autre pour les chiffres pondérés, intervalle de Wilson pour l’échantillon. Ils supposent les observations indépendantes les unes des autres.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Intervals at 95%: percentiles of a bootstrap that draws whole blocks (polygons or groups) again.</source>
      <translation>Intervalles à 95 % : centiles d’un bootstrap qui retire des blocs entiers (polygones ou groupes).</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Intervals from only {count} blocks are too narrow: twenty or more are advised.</source>
      <translation>Des intervalles tirés de {count} blocs seulement sont trop étroits : vingt ou davantage sont conseillés.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Into which the coordinates are brought; by default they stay as they are.</source>
      <translation>Celui vers lequel les coordonnées sont converties ; par défaut elles restent telles quelles.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/filling.py"></location>
      <source>It has, for another Python or another version: {files}</source>
      <translation>Il contient, pour un autre Python ou une autre version : {files}</translation>
    </message>
    <message>
      <location filename="../processing/models/self_test.py"></location>
      <source>It is not in the installed ONNX Runtime, which has: {here}. Where this computer has the device, install the matching variant of the backend.</source>
      <translation>Il n’est pas dans l’ONNX Runtime installé, qui a : {here}. Si cet ordinateur a le matériel, installez la variante correspondante du moteur de calcul.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/catalogues.py"></location>
      <source>It offers no ONNX file ({kinds}): Relevé runs no other.</source>
      <translation>Aucun fichier ONNX n’est proposé ({kinds}) : Relevé n’en exécute pas d’autre.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Its denominator, such as 2000: nodes drawn on paper are then taken to be off by 0.2 mm. Without it, by half of what points are off.</source>
      <translation>Son dénominateur, par exemple 2000 : les nœuds dessinés sur le papier sont alors supposés justes à 0,2 mm près. Sans lui, à la moitié près de ce dont les points s’écartent.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Its denominator, such as 5000. With the resolution of the scans it tells how long a pixel should be.</source>
      <translation>Son dénominateur, par exemple 5000. Avec la résolution des numérisations, il dit quelle longueur un pixel devrait avoir.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table_annotation.py"></location>
      <source>JSON as Relevé writes it</source>
      <translation>du JSON tel que Relevé l’écrit</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Jenny and Hurni (2011), distortion of old maps</source>
      <translation>Jenny et Hurni (2011), déformation des cartes anciennes</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Jobs</source>
      <translation>Traitements</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Jobs added by other packages</source>
      <translation>Traitements ajoutés par d’autres paquets</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Kappa of the sample</source>
      <translation>Kappa de l’échantillon</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Keep all</source>
      <translation>Tout garder</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Keys (F1)</source>
      <translation>Touches (F1)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>Kind</source>
      <translation>Genre</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Kind of detector</source>
      <translation>Type de détecteur</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>LOO m</source>
      <translation>Sans lui m</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/points_page.py"></location>
      <source>LOO over that of the sheet:</source>
      <translation>Un point de moins, contre la feuille :</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>LOO px</source>
      <translation>Sans lui px</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Labelled nodes</source>
      <translation>Nœuds étiquetés</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Largest</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Largest difference from the test vectors</source>
      <translation>Plus grand écart avec les vecteurs de test</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Largest m</source>
      <translation>Maximum m</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Largest rotation</source>
      <translation>Plus grande rotation</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Largest size</source>
      <translation>Taille maximale</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Layer: {name}</source>
      <translation>Couche : {name}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Layers, the topmost first</source>
      <translation>Couches, celle du dessus en premier</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Lays warped sheets one upon the other as one Cloud Optimized GeoTIFF, cut along cutlines where there are any. Each pixel is that of one sheet: nothing is blended. Sheets with pixels of one size are copied as they are, others resampled to the finest of them. What sheets share and leave bare is told.</source>
      <translation>Superpose des feuilles redressées en un seul Cloud Optimized GeoTIFF, découpées le long de leurs lignes de découpe s’il y en a. Chaque pixel est celui d’une feuille : rien n’est mélangé. Les feuilles dont les pixels ont une même taille sont copiées telles quelles, les autres rééchantillonnées à la plus fine. Ce que les feuilles ont en commun et laissent à nu est indiqué.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Least</source>
      <translation>Minimum</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Least probability</source>
      <translation>Probabilité minimale</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Least score</source>
      <translation>Score minimal</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Least separation</source>
      <translation>Écart minimal</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Leave-one-out error: distance from the fit of all others, in metres</source>
      <translation>Erreur en validation croisée : écart au calage de tous les autres points, en mètres</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Leave-one-out error: distance from the fit of all others, in pixels</source>
      <translation>Erreur en validation croisée : écart au calage de tous les autres points, en pixels</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Leave-one-out error: each point against the fit of all others. It is what to trust.</source>
      <translation>Erreur en validation croisée, un point de moins : chaque point contre le calage de tous les autres. C’est à elle qu’il faut se fier.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/outcome.py"></location>
      <source>Leaving out points and ties</source>
      <translation>Mise à l’écart de points et de liaisons</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/outcome.py"></location>
      <source>Left as they are, since nothing holds them: {names}. Add points or ties.</source>
      <translation>Laissées telles quelles, car rien ne les tient : {names}. Ajoutez des points ou des liaisons.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_table.py"></location>
      <source>Left out, as the table says: {names}.</source>
      <translation>Laissées de côté, comme le dit le tableau : {names}.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>Legend of the preview</source>
      <translation>Légende de l’aperçu</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Licence accepted</source>
      <translation>Licence acceptée</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Licence of the model</source>
      <translation>Licence du modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Lines</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>List models</source>
      <translation>Lister les modèles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Lists the ONNX models of a STAC catalogue, on the web or in a folder, or of a repository of Hugging Face, with what their cards say, their size and their licence.</source>
      <translation>Liste les modèles ONNX d’un catalogue STAC, sur le web ou dans un dossier, ou d’un dépôt de Hugging Face, avec ce que disent leurs fiches, leur taille et leur licence.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Lists the ONNX models of some folders with what their cards say: what they map, from which bands and at which resolution, how accurate they are and under which licence. A file that cannot be read is listed with the reason.</source>
      <translation>Liste les modèles ONNX de quelques dossiers avec ce que disent leurs fiches : ce qu’ils cartographient, à partir de quelles bandes et à quelle résolution, avec quelle exactitude et sous quelle licence. Un fichier illisible est listé avec la raison.</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/reports.py"></location>
      <source>Load the layers</source>
      <translation>Charger les couches</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Longer one way than the other by a factor of</source>
      <translation>Plus longue dans un sens que dans l’autre d’un facteur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Longest over shortest length that one length has.</source>
      <translation>Plus grande longueur au sol d’une même longueur, rapportée à la plus petite.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Look at it: the sheet seems to be found, check the points before you use them.</source>
      <translation>À regarder : la feuille semble trouvée, vérifiez les points avant de vous en servir.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Look for the sheet in the part of the reference that the map shows now</source>
      <translation>Chercher la feuille dans la partie de la référence que la carte montre en ce moment</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Looking at the wheels</source>
      <translation>Examen des paquets</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Lowe (2004)</source>
      <translation>Lowe (2004)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Lower sheet</source>
      <translation>Feuille du dessous</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Made from {path} (Python {version}), in {folder}</source>
      <translation>Créé à partir de {path} (Python {version}), dans {folder}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Made with</source>
      <translation>Produit avec</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Make a mosaic of warped sheets</source>
      <translation>Assembler des feuilles redressées en mosaïque</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Make an image finer</source>
      <translation>Affiner une image</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Make the paper clear</source>
      <translation>Rendre le papier transparent</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Makes a Python environment for Relevé's computations in your QGIS profile, from a locked list of packages, and then reads which jobs it offers. QGIS' own Python is left as it is. Python 3.11 to 3.14 must be on this computer. Nothing is done where the packages are already those asked for; with an interpreter of your own in the settings, only the jobs are read.</source>
      <translation>Crée dans votre profil QGIS un environnement Python pour les calculs de Relevé, à partir d’une liste verrouillée de paquets, puis relève les traitements qu’il propose. Le Python de QGIS n’est pas touché. Python 3.11 à 3.14 doit être présent sur cet ordinateur. Rien n’est fait si les paquets sont déjà les bons ; si les paramètres désignent votre propre interpréteur, seule la liste des traitements est relevée.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Makes a page to hand over, as a PDF: the map with its classes, the area of each, how accurate the map is and how that was measured, sources, model, licence and date. All of it stands in the raster that a model of Relevé has made. With the estimates of “Accuracy of a map” areas and accuracy are those measured on this map, with intervals. The layout is added to the project, to be changed there. Another template (.qpt) may use the same tables, and the variables @releve_title, @releve_credits, @releve_images, @releve_model, @releve_accuracy and @releve_reference_system.</source>
      <translation>Compose une page à remettre, en PDF : la carte avec ses classes, la superficie de chacune, l’exactitude de la carte et la façon dont elle a été mesurée, les sources, le modèle, la licence et la date. Tout cela figure dans le raster produit par un modèle de Relevé. Avec les estimations de « Exactitude d’une carte », superficies et exactitude sont celles mesurées sur cette carte, avec leurs intervalles. La mise en page est ajoutée au projet, pour y être modifiée. Un autre modèle de mise en page (.qpt) peut utiliser les mêmes tableaux, et les variables @releve_title, @releve_credits, @releve_images, @releve_model, @releve_accuracy et @releve_reference_system.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Makes a picture of layers, styled as they are, with title, legend, scale bar and north arrow. The template is any print layout saved in QGIS (.qpt): its first map shows the layers, its legends list them, and its texts may use the variables @releve_title, @releve_credits and @releve_reference_system. A layer without reference system is drawn without scale bar and arrow.</source>
      <translation>Produit une image des couches, avec leur style, un titre, une légende, une barre d’échelle et une flèche du nord. Le modèle est n’importe quelle mise en page enregistrée dans QGIS (.qpt) : sa première carte montre les couches, ses légendes les énumèrent, et ses textes peuvent utiliser les variables @releve_title, @releve_credits et @releve_reference_system. Une couche sans système de coordonnées est dessinée sans barre d’échelle ni flèche.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Makes all the checks of “Apply a model to rasters” and infers one tile, then tells how many tiles there are, how long they will take, how much memory and how large the outputs are, and for a long run whether seams may show. Nothing else is written.</source>
      <translation>Fait toutes les vérifications de « Appliquer un modèle à des rasters » et traite une tuile, puis dit combien il y a de tuiles, combien de temps et de mémoire elles prendront, la taille des sorties et, pour un long calcul, si des coutures peuvent se voir. Rien d’autre n’est écrit.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Making an empty environment</source>
      <translation>Création d’un environnement vide</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Making pip ready</source>
      <translation>Préparation de pip</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Map by {model}</source>
      <translation>Carte par {model}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Map of classes</source>
      <translation>Carte de classes</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Map picture from a print layout</source>
      <translation>Image de carte à partir d’une mise en page</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Mapped (ha)</source>
      <translation>Sur la carte (ha)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Mapped pixels</source>
      <translation>Pixels sur la carte</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Maps</source>
      <translation>Cartes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Margin</source>
      <translation>Marge</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Mask or cutline</source>
      <translation>Masque ou ligne de découpe</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Match of a sheet with a reference</source>
      <translation>Appariement d’une feuille avec une référence</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>Maxima, likewise</source>
      <translation>Maximums, de même</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Mean and deviation of ImageNet (red, green, blue)</source>
      <translation>Moyenne et écart-type d’ImageNet (rouge, vert, bleu)</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Mean score</source>
      <translation>Score moyen</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>Means, one for all bands or one for each, with commas</source>
      <translation>Moyennes, une pour toutes les bandes ou une par bande, séparées par des virgules</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Measure</source>
      <translation>Mesure</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Measured, but to be looked at.</source>
      <translation>Mesurés, mais à vérifier.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Measures</source>
      <translation>Mesures</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Median</source>
      <translation>Médiane</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Median (m)</source>
      <translation>Médiane (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median after (m)</source>
      <translation>Médiane après (m)</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Median area (m²)</source>
      <translation>Surface médiane (m²)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median before (m)</source>
      <translation>Médiane avant (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Median error without a point (m)</source>
      <translation>Erreur médiane avec un point de moins (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Median over the sheets.</source>
      <translation>Médiane sur les feuilles.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Median seam after</source>
      <translation>Raccord médian après</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median seam after (m)</source>
      <translation>Raccord médian après (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Median seam before</source>
      <translation>Raccord médian avant</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median seam before (m)</source>
      <translation>Raccord médian avant (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median seam of a node left out, after (m)</source>
      <translation>Raccord médian d’un nœud laissé de côté, après (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Median seam of a node left out, before (m)</source>
      <translation>Raccord médian d’un nœud laissé de côté, avant (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Memory</source>
      <translation>Mémoire</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Method shown</source>
      <translation>Méthode montrée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Methods</source>
      <translation>Méthodes</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Methods of fitting</source>
      <translation>Méthodes de calage</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Metres a pixel</source>
      <translation>Mètres par pixel</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Milliseconds for a tile</source>
      <translation>Millisecondes par tuile</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>Minima, one for all bands or one for each, with commas</source>
      <translation>Minimums, un pour toutes les bandes ou un par bande, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Missing pixels</source>
      <translation>Pixels manquants</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Model card</source>
      <translation>Fiche du modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Model with its card inside</source>
      <translation>Modèle avec sa fiche à l’intérieur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Models folder</source>
      <translation>Dossier de modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Models found</source>
      <translation>Modèles trouvés</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Models found: {count}.</source>
      <translation>Modèles trouvés : {count}.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Models from an index</source>
      <translation>Modèles d’un catalogue</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Models: {shown} of {count}</source>
      <translation>Modèles : {shown} sur {count}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Moisan and Stival (2004)</source>
      <translation>Moisan et Stival (2004)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>More folders</source>
      <translation>Autres dossiers</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Mosaic of an atlas</source>
      <translation>Mosaïque d’un atlas</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Most models</source>
      <translation>Nombre maximal de modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/placing.py"></location>
      <source>Move of point {id}</source>
      <translation>Déplacement du point {id}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Moved by (m)</source>
      <translation>Déplacée de (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Moves sheets as wholes so that what is drawn on two neighbours, nodes of a graticule mostly, falls together, and says what that costs on the ground: seams and errors before and after, also for points left out. Outliers are weighted down. An affine fitted to the adjusted points is the adjusted one, so warp them with that method; splines through the original points already meet at common nodes.</source>
      <translation>Déplace des feuilles entières pour que ce qui est dessiné sur deux voisines, surtout les nœuds d’un carroyage, coïncide, et dit ce que cela coûte sur le terrain : raccords et erreurs avant et après, aussi pour les points laissés de côté. Le poids des points aberrants est réduit. Une affinité calée sur les points compensés est l’affinité compensée, redressez-les donc par cette méthode ; des splines par les points d’origine se rejoignent déjà aux nœuds communs.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>NUMBERS holds “{part}”; name=number is needed, with commas between.</source>
      <translation>NUMBERS contient « {part} » ; il faut nom=nombre, séparés par des virgules.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>NUMBERS states “{name}”, which the model does not ask for; it asks for: {asked}. Correct the name, or leave it out.</source>
      <translation>NUMBERS indique « {name} », que le modèle ne demande pas ; il demande : {asked}. Corrigez le nom ou omettez-le.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Name of the model</source>
      <translation>Nom du modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Name of the point; ticked, it counts in the fit</source>
      <translation>Nom du point ; coché, il compte dans le calage</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names and codes, the likeliest first.</source>
      <translation>Noms et codes, les plus vraisemblables d’abord.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Names and colours in the order of the model's output.</source>
      <translation>Noms et couleurs dans l’ordre de la sortie du modèle.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names of images, with * and ?; several with semicolons.</source>
      <translation>Noms des images, avec * et ? ; plusieurs motifs séparés par des points-virgules.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names of sheets that are not moved, with semicolons between them. A single point whose note begins with “fixed” is not moved either.</source>
      <translation>Noms de feuilles qui ne sont pas déplacées, séparés par des points-virgules. Un point isolé dont la note commence par « fixed » n’est pas déplacé non plus.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Names of the bands in the order of the model's channels.</source>
      <translation>Noms des bandes dans l’ordre des canaux du modèle.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names of the classes</source>
      <translation>Noms des classes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names of the classes in the reference</source>
      <translation>Noms des classes dans la référence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Names with semicolons between them, the uppermost first. The others lie below, by their z, then by their names.</source>
      <translation>Noms séparés par des points-virgules, la plus haute d’abord. Les autres sont en dessous, selon leur z, puis leur nom.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Nearest</source>
      <translation>Plus proche voisin</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Needed where the signs in a file contradict its format.</source>
      <translation>Nécessaire si les signes d’un fichier contredisent son format.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/outcome.py"></location>
      <source>Neighbours agree better at the cost of the ground: the error without a point grew from {before:.2f} m to {after:.2f} m. Look at the points of little weight first.</source>
      <translation>Les voisines s’accordent mieux aux dépens du terrain : l’erreur avec un point de moins est passée de {before:.2f} m à {after:.2f} m. Regardez d’abord les points de faible poids.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Never</source>
      <translation>Jamais</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/placing.py"></location>
      <source>New point {id}</source>
      <translation>Nouveau point {id}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Next suspect point (N)</source>
      <translation>Point suspect suivant (N)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/cutlines.py"></location>
      <source>No field of {name} names a sheet of the set: a text field with the names of the sheets is needed.</source>
      <translation>Aucun champ de {name} ne nomme une feuille de l’ensemble : il faut un champ de texte avec les noms des feuilles.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_asking.py"></location>
      <source>No graticule was found: set points by hand, or match the sheet with a reference.</source>
      <translation>Aucun carroyage n’a été trouvé : placez des points à la main, ou appariez la feuille avec une référence.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/images.py"></location>
      <source>No image was found: {folder} holds none that fits {pattern}.</source>
      <translation>Aucune image trouvée : {folder} n’en contient aucune qui corresponde à {pattern}.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>No input of the model reads images or pixels: {inputs}. It makes no map.</source>
      <translation>Aucune entrée du modèle ne lit d’images ni de pixels : {inputs}. Il ne fait pas de carte.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>No licence is stated for {name}: nothing says what may be done with it. To fetch it all the same, accept “{licence}” (LICENCE={licence}).</source>
      <translation>Aucune licence n’est indiquée pour {name} : rien ne dit ce qu’il est permis d’en faire. Pour le récupérer malgré tout, acceptez « {licence} » (LICENCE={licence}).</translation>
    </message>
    <message>
      <location filename="../plugin/results.py"></location>
      <source>No longer there: {paths}</source>
      <translation>N’existe plus : {paths}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/comparison.py"></location>
      <source>No method fits these points; are they all of this sheet, and each there once? {why}</source>
      <translation>Aucune méthode ne cale ces points ; sont-ils tous de cette feuille, et chacun une seule fois ? {why}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>No method is recommended where even the best errs by more without a point.</source>
      <translation>Aucune méthode n’est recommandée quand même la meilleure se trompe davantage avec un point de moins.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>No method is recommended where even the best errs by more without a point. By default one millimetre on paper, where the scale is given.</source>
      <translation>Aucune méthode n’est recommandée quand même la meilleure se trompe davantage avec un point de moins. Par défaut un millimètre sur le papier, si l’échelle est donnée.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/comparison.py"></location>
      <source>No method is recommended: every smooth one errs by more than 5% of the whole extent at its own points. Are all points of this sheet, and is none far off?</source>
      <translation>Aucune méthode n’est recommandée : chaque méthode lisse s’écarte de plus de 5 % de l’étendue entière à ses propres points. Tous les points sont-ils de cette feuille, et aucun n’est-il loin de sa place ?</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>No names tell the bands apart: they are taken in order ({names}). Say which to take with BANDS.</source>
      <translation>Aucun nom ne distingue les bandes : elles sont prises dans l’ordre ({names}). Indiquez lesquelles prendre avec BANDS.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/run.py"></location>
      <source>No object was found: lower the least score (THRESHOLD), or check the resolution, the bands and the scaling that the model expects.</source>
      <translation>Aucun objet n’a été trouvé : abaissez le score minimal (THRESHOLD), ou vérifiez la résolution, les bandes et l’échelle des valeurs que le modèle attend.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>No observation in the strata {names}, {share} of the area: the estimates weighted by area concern the rest.</source>
      <translation>Aucune observation dans les strates {names}, soit {share} de la superficie : les estimations pondérées par la superficie concernent le reste.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>No output is asked for: give a path to one of {names}</source>
      <translation>Aucune sortie n’est demandée : donnez un chemin à l’une de {names}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/footprint.py"></location>
      <source>No part of the sheet has a place in the CRS of the map: choose another CRS (target_crs), or look at the points.</source>
      <translation>Aucune partie de la feuille n’a de place dans le SCR de la carte : choisissez un autre SCR (target_crs) ou vérifiez les points.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/outlines.py"></location>
      <source>No pixel of the sheet, which has {width} × {height}, lies inside the mask: its corners are columns and rows from the upper left corner, rows counted downwards.</source>
      <translation>Aucun pixel de la feuille, qui en a {width} × {height}, ne se trouve dans le masque : ses sommets sont des colonnes et des lignes depuis le coin supérieur gauche, les lignes étant comptées vers le bas.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>No place is drawn on two of the {count} sheets: where neighbours show one place, their points need the same coordinates, to {tolerance:g} m, or a table must tie them.</source>
      <translation>Aucun lieu n’est dessiné sur deux des {count} feuilles : là où des voisines montrent un même lieu, leurs points doivent avoir les mêmes coordonnées, à {tolerance:g} m près, ou un tableau doit les relier.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/outlines.py"></location>
      <source>No polygon of {name} lies on the sheet, neither as pixels (rows counted downwards, negative) nor on the ground: check its CRS, or choose the layer of this sheet.</source>
      <translation>Aucun polygone de {name} ne se trouve sur la feuille, ni en pixels (lignes comptées vers le bas, négatives) ni sur le terrain : vérifiez son SCR ou choisissez la couche de cette feuille.</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygonize_job.py"></location>
      <source>No polygon was written: the raster holds no data, or none of the classes kept.</source>
      <translation>Aucun polygone n’a été écrit : le raster ne contient pas de données, ou aucune des classes conservées.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>No raster layer is chosen in the list of layers.</source>
      <translation>Aucune couche raster n’est choisie dans la liste des couches.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>No reference label ({labels}) is a class of the map ({values}): give the pairs in “labels”, as in {example}.</source>
      <translation>Aucune étiquette de la référence ({labels}) n’est une classe de la carte ({values}) : donnez les correspondances dans « labels », par exemple {example}.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>No reference system: coordinates in pixels</source>
      <translation>Sans système de coordonnées : coordonnées en pixels</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjustment.py"></location>
      <source>No sheet has two points, or a point and ties to others that do: add points.</source>
      <translation>Aucune feuille n’a deux points, ni un point et des liaisons avec d’autres qui en ont : ajoutez des points.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>No-data value</source>
      <translation>Valeur d’absence de données</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Node {id} is labelled. Now choose another one.</source>
      <translation>Le nœud {id} est étiqueté. Choisissez-en maintenant un autre.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Nodes</source>
      <translation>Nœuds</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Nodes measured</source>
      <translation>Nœuds mesurés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Nodes predicted</source>
      <translation>Nœuds prédits</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>None of the files of the sheets holds a control point: add points first.</source>
      <translation>Aucun des fichiers des feuilles ne contient de point de calage : ajoutez d’abord des points.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>None of the layers can be opened: correct the paths</source>
      <translation>Aucune des couches ne peut être ouverte : corrigez les chemins</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>None of the {count} features of the reference ({reference}) lies on the map ({map}): check the coordinate reference systems of both.</source>
      <translation>Aucune des {count} entités de la référence ({reference}) ne se trouve sur la carte ({map}) : vérifiez le système de coordonnées de l’une et de l’autre.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>None of the {count} features of the reference lies where the map and the strata have data.</source>
      <translation>Aucune des {count} entités de la référence ne se trouve là où la carte et les strates ont des données.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/examples.py"></location>
      <source>None of the {count} features of {name} lies where the raster has embeddings: draw them on it, or check the CRS of both.</source>
      <translation>Aucune des {count} entités de {name} n’est là où le raster a des plongements : dessinez-les dessus, ou vérifiez le SCR des deux.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>None of the {count} sheets has a file of control points beside it.</source>
      <translation>Aucune des {count} feuilles n’a de fichier de points de calage à côté d’elle.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>None of the {count} sheets has an image.</source>
      <translation>Aucune des {count} feuilles n’a d’image.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Northing or latitude</source>
      <translation>Nord ou latitude</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Northing or latitude, in the CRS of the points</source>
      <translation>Ordonnée ou latitude, dans le SCR des points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Not all points have a place in the new CRS: nothing is converted.</source>
      <translation>Tous les points n’ont pas de place dans le nouveau SCR : rien n’est converti.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Not known: the map has not been compared with reference data.</source>
      <translation>Inconnue : la carte n’a pas été comparée à des données de référence.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Not seen; where they would be.</source>
      <translation>Non vus ; là où ils devraient être.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Not shown, since their cutlines lie beside them: {names}.</source>
      <translation>Non montrées, car leurs lignes de découpe sont à côté d’elles : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>Note</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/stages.py"></location>
      <source>Nothing can be written in {folder} ({reason}): choose another folder.</source>
      <translation>Rien ne peut être écrit dans {folder} ({reason}) : choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/completing.py"></location>
      <source>Nothing names the classes of the output “{name}”: they are numbered.</source>
      <translation>Rien ne nomme les classes de la sortie « {name} » : elles sont numérotées.</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>Nothing says how the model's images are scaled: taken as 0 to 1.</source>
      <translation>Rien ne dit comment les images du modèle sont mises à l’échelle : on suppose de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Nothing: they are probabilities</source>
      <translation>Rien : ce sont des probabilités</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Number of best places</source>
      <translation>Nombre de meilleurs lieux</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Number of images</source>
      <translation>Nombre d’images</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Number of objects</source>
      <translation>Nombre d’objets</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Number of objects by score.</source>
      <translation>Nombre d’objets selon le score.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Number of objects of each class.</source>
      <translation>Nombre d’objets de chaque classe.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Number of points</source>
      <translation>Nombre de points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Number of points that are enabled</source>
      <translation>Nombre de points actifs</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Number of polygons</source>
      <translation>Nombre de polygones</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Number of sheets</source>
      <translation>Nombre de feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Number of ties</source>
      <translation>Nombre de liaisons</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Numbers</source>
      <translation>Nombres</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Numbers of confidence, margin, entropy and probabilities</source>
      <translation>Nombres de la confiance, de la marge, de l’entropie et des probabilités</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Numbers the model asks for</source>
      <translation>Nombres que demande le modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>Numbers, one for all bands or one for each, with commas</source>
      <translation>Nombres, un pour toutes les bandes ou un par bande, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Objects</source>
      <translation>Objets</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Objects found by {model}</source>
      <translation>Objets trouvés par {model}</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Objects of each class, and the area that their outlines hold.</source>
      <translation>Objets de chaque classe, et la surface que couvrent leurs contours.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Objects of which the model is less sure are left out. Without it, what the card says, or 0.25.</source>
      <translation>Les objets dont le modèle est moins sûr sont laissés de côté. Sans valeur, ce que dit la fiche, ou 0,25.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations</source>
      <translation>Observations</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations in each pair of classes.</source>
      <translation>Observations de chaque paire de classes.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Observations of each class, precision and recall.</source>
      <translation>Observations de chaque classe, précision et rappel.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Observations where the map has no data, left out: {count}.</source>
      <translation>Observations là où la carte n’a pas de données, écartées : {count}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Observations where the raster of strata has no data, left out: {count}.</source>
      <translation>Observations là où le raster des strates n’a pas de données, écartées : {count}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Of each image. Without it, classes and confidence, or the values of a regression.</source>
      <translation>Pour chaque image. Sans ce choix, les classes et la confiance, ou les valeurs d’une régression.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Of the model's file.</source>
      <translation>Du fichier du modèle.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Of the sheet on the reference, clockwise.</source>
      <translation>De la feuille sur la référence, dans le sens horaire.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Of two objects of one class that share more than this part of what they cover together, one is kept. Without it, what the card says, or 0.45.</source>
      <translation>De deux objets d’une même classe qui partagent plus que cette part de ce qu’ils couvrent ensemble, un seul est gardé. Sans valeur, ce que dit la fiche, ou 0,45.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Of what the model measures.</source>
      <translation>De ce que le modèle mesure.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Off by (m)</source>
      <translation>Écart (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Old maps</source>
      <translation>Cartes anciennes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Olofsson et al. (2014)</source>
      <translation>Olofsson et al. (2014)</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>On each execution provider</source>
      <translation>Sur chaque fournisseur d’exécution</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>On the ground</source>
      <translation>Sur le terrain</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>On the ground, for points left out: sheets that err by more are told. A millimetre on paper is a common choice: 5 m at 1:5000.</source>
      <translation>Sur le terrain, pour les points laissés de côté : les feuilles qui se trompent davantage sont signalées. Un millimètre sur le papier est un choix courant : 5 m au 1/5000.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>On the map</source>
      <translation>Sur la carte</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>On the sheet, pixels</source>
      <translation>Sur la feuille, en pixels</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>On which sample, drawn how, and read by whom.</source>
      <translation>Sur quel échantillon, tiré comment et lu par qui.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>One image, or several whose bands are taken together. Bands are found by their names. For a model of a series, an image for each date, which follows the path as |date=2024-06-30 or is in its name.</source>
      <translation>Une image, ou plusieurs dont les bandes sont prises ensemble. Les bandes sont trouvées par leurs noms. Pour un modèle de série, une image par date, qui suit le chemin sous la forme |date=2024-06-30 ou figure dans son nom.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>One point in each part of the sheet where pairs were found.</source>
      <translation>Un point dans chaque partie de la feuille où des paires ont été trouvées.</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygon_layer.py"></location>
      <source>One polygon has {size:.1f} GB, more than a GeoPackage takes: remove small patches with a minimum area, or leave out its class.</source>
      <translation>Un polygone fait {size:.1f} Go, plus que n’accepte un GeoPackage : supprimez les petites taches avec une surface minimale, ou écartez sa classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>One, as it is</source>
      <translation>Une, telle quelle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Only models that have all of them in their name, description, kind, sensors or classes.</source>
      <translation>Seulement les modèles qui les ont tous dans leur nom, leur description, leur genre, leurs capteurs ou leurs classes.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Only where a mask says so</source>
      <translation>Seulement là où un masque le dit</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Only where the map is</source>
      <translation>Seulement où est la carte</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>Opacity over the map</source>
      <translation>Opacité sur la carte</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Open a sheet</source>
      <translation>Ouvrir une feuille</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Open a sheet or points</source>
      <translation>Ouvrir une feuille ou des points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/ghost.py"></location>
      <source>Open a sheet to see it on the map.</source>
      <translation>Ouvrez une feuille pour la voir sur la carte.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Open the &amp;report</source>
      <translation>Ouvrir le &amp;rapport</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Open the folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/reports.py"></location>
      <source>Open the report</source>
      <translation>Ouvrir le rapport</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>Open the scan of a map, or drop it here; then click each place on the sheet and on the map.</source>
      <translation>Ouvrez le scan d’une carte, ou déposez-le ici ; puis cliquez chaque lieu sur la feuille et sur la carte.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>OpenVINO, Intel processors and cards</source>
      <translation>OpenVINO, processeurs et cartes Intel</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Otherwise what an earlier batch made in the same folder stays, where neither image, model nor parameters have changed.</source>
      <translation>Sinon, ce qu’un lot précédent a produit dans le même dossier est conservé tant que ni l’image, ni le modèle, ni les paramètres n’ont changé.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Otherwise what was warped before into the same folder stays, where neither image, points nor parameters have changed.</source>
      <translation>Sinon, ce qui a déjà été redressé dans le même dossier reste, si ni l’image, ni les points, ni les paramètres n’ont changé.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Outcome</source>
      <translation>Issue</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Outcome and time of each image, and the share of each class in it.</source>
      <translation>Issue et durée de chaque image, et part de chaque classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Output of the model</source>
      <translation>Sortie du modèle</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Output “{name}”</source>
      <translation>Sortie « {name} »</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/help.py"></location>
      <source>Outputs</source>
      <translation>Sorties</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Over the image as QGIS shows it without coordinates: x is the column, y minus the row.</source>
      <translation>Sur l’image telle que QGIS l’affiche sans coordonnées : x est la colonne, y l’opposé de la ligne.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Overall accuracy</source>
      <translation>Exactitude globale</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Overall accuracy by area</source>
      <translation>Exactitude globale en surface</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Overall accuracy by area, lower end</source>
      <translation>Exactitude globale en surface, borne basse</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Overall accuracy by area, upper end</source>
      <translation>Exactitude globale en surface, borne haute</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Overall accuracy of the sample</source>
      <translation>Exactitude globale de l’échantillon</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Overall accuracy, by area</source>
      <translation>Exactitude globale, par superficie</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Overlap</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Overlaps</source>
      <translation>Recouvrements</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Overlay</source>
      <translation>Superposition</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Packages: as pip's own settings say, else PyPI</source>
      <translation>Paquets : selon les réglages de pip, sinon PyPI</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Packages: the folder {folder}, no network</source>
      <translation>Paquets : le dossier {folder}, sans réseau</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Packages: {index}, as the options of Relevé say</source>
      <translation>Paquets : {index}, selon les options de Relevé</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Pairs against their neighbours, RMSE (px of the sheet)</source>
      <translation>Paires par rapport à leurs voisines, EQM (px de la feuille)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pairs and figures</source>
      <translation>Paires et chiffres</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Pairs that agree</source>
      <translation>Paires concordantes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pairs, in any one unit: “north=40000, south=25000”. For strata that come from a field.</source>
      <translation>Paires, dans une même unité : « nord=40000, sud=25000 ». Pour des strates qui viennent d’un champ.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pairs, where the reference calls a class otherwise than the map does: “sea=1, sand=Beach”.</source>
      <translation>Correspondances, quand la référence nomme une classe autrement que la carte : « mer=1, sable=Plage ».</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pairs: “1=Sea, 2=Beach”. Those that the raster tells by default.</source>
      <translation>Paires : « 1=Mer, 2=Plage ». Par défaut, ceux qu’indique le raster.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/help.py"></location>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Parts of the sheet that hold pairs, of 9</source>
      <translation>Parties de la feuille qui contiennent des paires, sur 9</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Patches of one class, along the edges of the pixels unless another shape is asked for, with area and mean confidence.</source>
      <translation>Taches d’une même classe, le long des bords des pixels sauf si une autre forme est demandée, avec leur surface et leur confiance moyenne.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pattern</source>
      <translation>Motif</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Picture</source>
      <translation>Image</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Picture of a sheet on the map</source>
      <translation>Image d’une feuille sur la carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Picture of the pairs</source>
      <translation>Image des paires</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pixel size</source>
      <translation>Taille de pixel</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pixel size of the image</source>
      <translation>Taille des pixels de l’image</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Pixels</source>
      <translation>Pixels</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Pixels and area of each class.</source>
      <translation>Pixels et surface de chaque classe.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Pixels changed with the small patches</source>
      <translation>Pixels changés avec les petites taches</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Pixels from the left edge of the image</source>
      <translation>Pixels depuis le bord gauche de l’image</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Pixels from the upper edge of the image, downwards</source>
      <translation>Pixels depuis le bord supérieur de l’image, vers le bas</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Pixels it sees on each side</source>
      <translation>Pixels vus de chaque côté</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Pixels of the reference for one of the sheet</source>
      <translation>Pixels de la référence pour un de la feuille</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pixels of the reference for one of the sheet.</source>
      <translation>Pixels de la référence pour un pixel de la feuille.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Pixels that the reference claims more than once, by points in the same pixel or polygons that overlap: {count}. Each claim counts.</source>
      <translation>Pixels que la référence désigne plusieurs fois, par des points du même pixel ou des polygones qui se recouvrent : {count}. Chaque mention compte.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Pixels that the reference gives to different classes at once: {count}. Whatever the map shows there is counted as wrong at least once: correct the reference.</source>
      <translation>Pixels que la référence donne à la fois à des classes différentes : {count}. Quoi que la carte y montre, au moins une erreur y est comptée : corrigez la référence.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Pixels whose class is less probable become no data; for a model of one class, it is present from here on.</source>
      <translation>Les pixels dont la classe est moins probable deviennent sans données ; pour un modèle à une classe, elle est présente à partir d’ici.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>Place of the swipe line, from left to right</source>
      <translation>Place de la ligne du volet, de gauche à droite</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Place points on the map (Ctrl+M)</source>
      <translation>Placer des points sur la carte (Ctrl+M)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Places</source>
      <translation>Lieux</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Places of two sheets that should fall together.</source>
      <translation>Lieux de deux feuilles qui devraient coïncider.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Places seen on two sheets whose coordinates are not known: CSV with the columns sheet_a, col_a, row_a, sheet_b, col_b, row_b.</source>
      <translation>Lieux vus sur deux feuilles et dont les coordonnées sont inconnues : CSV avec les colonnes sheet_a, col_a, row_a, sheet_b, col_b, row_b.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Plan of the sheet with a line for the error at each of {count} points.</source>
      <translation>Plan de la feuille avec un trait pour l’erreur en chacun des {count} points.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Plan of the sheet, darker where the expected error is greater.</source>
      <translation>Plan de la feuille, plus foncé là où l’erreur attendue est plus grande.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Plan of the sheet, shaded where the fit enlarges or shrinks it.</source>
      <translation>Plan de la feuille, ombré là où le calage l’agrandit ou la rétrécit.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Point</source>
      <translation>Point</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Points</source>
      <translation>Points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Points ({patterns})</source>
      <translation>Points ({patterns})</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points along each side</source>
      <translation>Points le long de chaque côté</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points as a layer</source>
      <translation>Points en couche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points given</source>
      <translation>Points donnés</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>Points in</source>
      <translation>Points en</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Points needed</source>
      <translation>Points nécessaires</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points of QGIS, GDAL or ArcGIS, a table of Relevé, a IIIF annotation, or an image with points inside. Where a file holds several sheets, name one: “atlas.json|sheet=3”.</source>
      <translation>Points de QGIS, GDAL ou ArcGIS, tableau de Relevé, annotation IIIF ou image qui contient des points. Si un fichier contient plusieurs feuilles, désignez-en une : « atlas.json|sheet=3 ».</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Points of a weight below one half.</source>
      <translation>Points d’un poids inférieur à un demi.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Points of little weight</source>
      <translation>Points de faible poids</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points of two sheets that lie as near as this on the ground are one place.</source>
      <translation>Des points de deux feuilles aussi proches sur le terrain sont un même lieu.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>Points of {file}</source>
      <translation>Points de {file}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points on one pixel</source>
      <translation>Points sur un même pixel</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points or pixels compared.</source>
      <translation>Points ou pixels comparés.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points or polygons on what is looked for, in any reference system. One is enough.</source>
      <translation>Points ou polygones sur ce qui est cherché, dans n’importe quel système de coordonnées. Un seul suffit.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points or polygons on what is not looked for, though it was found.</source>
      <translation>Points ou polygones sur ce qui n’est pas cherché, bien qu’il ait été trouvé.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points or polygons whose class is known, drawn at random and not used to make the map. Of a polygon, every pixel whose centre lies inside counts. Of a file with several layers, name one: file.gpkg|layername=NAME.</source>
      <translation>Points ou polygones dont la classe est connue, tirés au hasard et qui n’ont pas servi à faire la carte. D’un polygone, tous les pixels dont le centre est à l’intérieur comptent. Si le fichier a plusieurs couches, nommez-en une : fichier.gpkg|layername=NOM.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Points outside the map, left out: {count}.</source>
      <translation>Points hors de la carte, écartés : {count}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Points that count</source>
      <translation>Points qui comptent</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Points to look at, the most suspicious first: about 2 is a point like others. Stretched paper looks like a misplaced point, so look before you delete.</source>
      <translation>Points à examiner, les plus suspects d’abord : environ 2 pour un point comme les autres. Un papier étiré ressemble à un point mal placé : regardez avant de supprimer.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Polygon of what counts: pixels of the sheet with rows counted downwards, negative, whatever CRS they claim, or places on the ground. Of several the one that covers most of the sheet. Without it, the mask of the points' file, if there is one.</source>
      <translation>Polygone de ce qui compte : pixels de la feuille avec des lignes comptées vers le bas, négatives, quel que soit le SCR annoncé, ou lieux sur le terrain. De plusieurs, celui qui couvre le plus la feuille. À défaut, le masque du fichier de points, s’il y en a un.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>Polygons that hold the centre of no pixel of the map, left out: {count}.</source>
      <translation>Polygones qui ne contiennent le centre d’aucun pixel de la carte, écartés : {count}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Polygons, in any reference system; only what they touch is computed. Without it, the whole image. Of a file with several layers, name one: file.gpkg|layername=NAME.</source>
      <translation>Polygones, dans n’importe quel système de coordonnées ; seul ce qu’ils touchent est calculé. Sans zone, toute l’image. Si le fichier a plusieurs couches, nommez-en une : fichier.gpkg|layername=NOM.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Polynomial of order 2</source>
      <translation>Polynôme d’ordre 2</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Polynomial of order 3</source>
      <translation>Polynôme d’ordre 3</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>Possible too: {names}.</source>
      <translation>Possibles aussi : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Preview</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Preview of a model</source>
      <translation>Aperçu d’un modèle</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Print layout templates (*.qpt)</source>
      <translation>Modèles de mise en page (*.qpt)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Probabilities</source>
      <translation>Probabilités</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Probability of each class, a band each.</source>
      <translation>Probabilité de chaque classe, une bande par classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Probability of the class of each pixel.</source>
      <translation>Probabilité de la classe de chaque pixel.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Probability of the first class less that of the second.</source>
      <translation>Probabilité de la première classe moins celle de la deuxième.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Producer's accuracy</source>
      <translation>Exactitude du producteur</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Producer's accuracy (recall)</source>
      <translation>Exactitude du producteur (rappel)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/working.py"></location>
      <source>Progress</source>
      <translation>Avancement</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Progress of the check</source>
      <translation>Avancement de la vérification</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Projective</source>
      <translation>Projective</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/projective.py"></location>
      <source>Projective: all points but one lie on a line, or they contradict each other. Add points, correct them, or choose another method.</source>
      <translation>Projective : tous les points sauf un sont sur une droite, ou ils se contredisent. Ajoutez des points, corrigez-les, ou choisissez une autre méthode.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>Proposal</source>
      <translation>Proposition</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Proposals</source>
      <translation>Propositions</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Proposes a card for a model from what its graph, its keys or its present card tell, takes edits, checks them against the model and saves the card beside it, or in a copy of it. A card that would contradict the model is refused; the card that was there is kept under another name.</source>
      <translation>Propose une fiche pour un modèle d’après son graphe, ses clés ou sa fiche actuelle, prend des modifications, les vérifie avec le modèle et enregistre la fiche à côté de lui ou dans une copie. Une fiche qui contredirait le modèle est refusée ; la fiche précédente est gardée sous un autre nom.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Provenance</source>
      <translation>Provenance</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Proxy: as pip's own settings or the system say</source>
      <translation>Serveur mandataire : selon les réglages de pip ou du système</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>Proxy: that of QGIS' network settings</source>
      <translation>Serveur mandataire : celui des réglages réseau de QGIS</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Puts the scan of an old map on the ground by its control points, as a Cloud Optimized GeoTIFF in the colours of the scan, transparent beyond the sheet or its mask. Grey stays grey, and 16 bits stay 16 bits. A fit that folds the sheet over is refused.</source>
      <translation>Pose le scan d’une carte ancienne sur le terrain par ses points de calage, en Cloud Optimized GeoTIFF aux couleurs du scan, transparent hors de la feuille ou de son masque. Le gris reste gris, et 16 bits restent 16 bits. Un ajustement qui replie la feuille est refusé.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Putting it in place</source>
      <translation>Mise en place</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Python of the backend</source>
      <translation>Python du moteur de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/installer/bases.py"></location>
      <source>Python {oldest} to {newest} is needed, none of {names} is one: install it, or set its path</source>
      <translation>Il faut Python {oldest} à {newest}, et aucun de {names} n’en est un : installez-le ou indiquez son chemin</translation>
    </message>
    <message>
      <location filename="../plugin/installer/bases.py"></location>
      <source>Python {oldest} to {newest} is needed; found {found}: use a newer QGIS, or install such a Python and give its path in the options of Relevé</source>
      <translation>Il faut Python {oldest} à {newest} ; trouvé : {found}. Utilisez un QGIS plus récent, ou installez un tel Python et donnez son chemin dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>QGIS .points</source>
      <translation>.points de QGIS</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>QGIS ended before the run did: nothing half-written was left. Repeat it.</source>
      <translation>QGIS s’est arrêté avant la fin de l’exécution : rien d’à moitié écrit n’est resté. Répétez-la.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>RMSE of the pairs against their neighbours.</source>
      <translation>EQM des paires par rapport à leurs voisines.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Raster</source>
      <translation>Raster</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Raster of classes: whole numbers, one a class.</source>
      <translation>Raster de classes : nombres entiers, un par classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Raster of the strata that the reference was drawn from, where they are not the map's classes.</source>
      <translation>Raster des strates dans lesquelles la référence a été tirée, quand ce ne sont pas les classes de la carte.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Raster on the same grid, such as a confidence, whose mean and minimum each polygon gets.</source>
      <translation>Raster sur la même grille, une confiance par exemple, dont chaque polygone reçoit la moyenne et le minimum.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Rasters</source>
      <translation>Rasters</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Re&amp;move from the list</source>
      <translation>Retirer de la &amp;liste</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Re&amp;peat…</source>
      <translation>Ré&amp;péter…</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>Read points</source>
      <translation>Lire des points</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>Read them</source>
      <translation>Les lire</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>Reading the index</source>
      <translation>Lecture de l’index</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>Reading the model</source>
      <translation>Lecture du modèle</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/searching.py"></location>
      <source>Reading {name}</source>
      <translation>Lecture de {name}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reads from a raster how it was made and makes it again, with the same inputs and parameters: the result is the same to the last byte. Inputs that are not what they were are refused.</source>
      <translation>Lit dans un raster comment il a été produit et le produit à nouveau, avec les mêmes entrées et paramètres : le résultat est le même à l’octet près. Les entrées qui ont changé sont refusées.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reads the control points of a sheet in any usual format, checks them, and writes them in another. The reference system that a file claims is held against its coordinates: where it cannot be right, the one that fits is named, and both are kept. Nothing that a file says besides is lost when it is written in its own format. Points are checked too for mirror images, stretched sheets and repetitions.</source>
      <translation>Lit les points de calage d’une feuille dans tout format usuel, les vérifie et les écrit dans un autre. Le système de référence annoncé par un fichier est confronté à ses coordonnées : s’il ne peut pas être le bon, celui qui convient est nommé, et les deux sont gardés. Rien de ce qu’un fichier dit d’autre n’est perdu quand il est écrit dans son propre format. Les points sont aussi vérifiés : images en miroir, feuilles étirées, répétitions.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Recommended</source>
      <translation>Recommandée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Recommended method</source>
      <translation>Méthode recommandée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/methods_view.py"></location>
      <source>Recommended: {method}</source>
      <translation>Recommandée : {method}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Rectangular</source>
      <translation>Rectangulaire</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Redo: {step} (Ctrl+Shift+Z)</source>
      <translation>Rétablir : {step} (Ctrl+Maj+Z)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Redundancy</source>
      <translation>Redondance</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>Reference</source>
      <translation>Référence</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Reference system</source>
      <translation>Système de référence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference system claimed by the file</source>
      <translation>Système de référence annoncé par le fichier</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference system of the labels</source>
      <translation>Système de référence des étiquettes</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>Reference system of the map</source>
      <translation>Système de coordonnées de la carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference system of the points</source>
      <translation>Système de référence des points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference system to assume</source>
      <translation>Système de référence à supposer</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference system wanted</source>
      <translation>Système de référence voulu</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>Reference systems of old maps, by name</source>
      <translation>Systèmes de référence des cartes anciennes, par leur nom</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Reference systems that fit better</source>
      <translation>Systèmes de référence qui conviennent mieux</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>Relevé cannot yet run models of the kind “{kind}”; it runs: {known}.</source>
      <translation>Relevé ne sait pas encore appliquer les modèles du genre « {kind} » ; il applique : {known}.</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend cannot be started with {program}: {reason}</source>
      <translation>Le moteur de calcul de Relevé ne peut pas être démarré avec {program} : {reason}</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>Relevé's backend is not installed: install it under Settings ▸ Options ▸ Relevé, or with the algorithm “Install or update the backend” ({id})</source>
      <translation>Le moteur de Relevé n’est pas installé : installez-le sous Préférences ▸ Options ▸ Relevé, ou avec l’algorithme « Installer ou mettre à jour le moteur de calcul » ({id})</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend said nothing for {seconds:g} s after its start: start it again</source>
      <translation>Le moteur de calcul de Relevé n’a rien dit pendant {seconds:g} s après son démarrage : relancez-le</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend stopped in the middle of the work ({status}). Nothing was written.</source>
      <translation>Le moteur de calcul de Relevé s’est arrêté en plein travail ({status}). Rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>Relevé's backend {version} speaks protocol {found}, this plugin needs {needed}: run the algorithm “Install or update the backend” ({id})</source>
      <translation>Le moteur de calcul {version} de Relevé parle le protocole {found}, cette extension demande le {needed} : lancez l’algorithme « Installer ou mettre à jour le moteur de calcul » ({id})</translation>
    </message>
    <message>
      <location filename="../plugin/docks/__init__.py"></location>
      <source>Relevé: georeference</source>
      <translation>Relevé : géoréférencement</translation>
    </message>
    <message>
      <location filename="../plugin/docks/__init__.py"></location>
      <source>Relevé: models</source>
      <translation>Relevé : modèles</translation>
    </message>
    <message>
      <location filename="../plugin/docks/__init__.py"></location>
      <source>Relevé: runs</source>
      <translation>Relevé : exécutions</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Reliable takes 100 pairs in 4 of 9 parts of the sheet, a number that chance does not reach, and a paper that has not shrunk by more than 10 % one way. Whether the reference itself is right, no match can tell.</source>
      <translation>Pour être fiable, il faut 100 paires dans 4 des 9 parties de la feuille, un nombre que le hasard n’atteint pas, et un papier qui n’a pas rétréci de plus de 10 % dans un sens. Si la référence elle-même est juste, aucun appariement ne peut le dire.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_asking.py"></location>
      <source>Reliable: the sheet was found on the reference.</source>
      <translation>Fiable : la feuille a été trouvée sur la référence.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Remark</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Remarks</source>
      <translation>Remarques</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>Remove the backend</source>
      <translation>Retirer le moteur de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Remove the backend? Your models and results stay.</source>
      <translation>Retirer le moteur ? Vos modèles et vos résultats restent.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Remove the class</source>
      <translation>Retirer la classe</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>Removed: {path}</source>
      <translation>Retiré : {path}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>Removes the Python environment of Relevé's computations, what an interrupted installation left, and the list of added jobs. An interpreter of your own, and your models and results, stay.</source>
      <translation>Retire l’environnement Python des calculs de Relevé, ce qu’une installation interrompue a laissé et la liste des traitements ajoutés. Un interpréteur à vous, vos modèles et vos résultats restent.</translation>
    </message>
    <message>
      <location filename="../plugin/options/installation.py"></location>
      <source>Removing Relevé's backend</source>
      <translation>Retrait du moteur de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Repair</source>
      <translation>Réparer</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Repeat a run</source>
      <translation>Refaire un traitement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Report as data</source>
      <translation>Rapport en données</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Report for a client</source>
      <translation>Rapport pour un client</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>Request (JSON)</source>
      <translation>Requête (JSON)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Resampled, since their pixels are not those of the mosaic: {names}.</source>
      <translation>Rééchantillonnées, car leurs pixels ne sont pas ceux de la mosaïque : {names}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Resampling</source>
      <translation>Rééchantillonnage</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Resolution</source>
      <translation>Résolution</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Resolution (dots per inch)</source>
      <translation>Résolution (points par pouce)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Resolution of the scan</source>
      <translation>Résolution de la numérisation</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Resolution of the scan at 1:{scale} (dpi)</source>
      <translation>Résolution de la numérisation au 1:{scale} (ppp)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Resolution of the scans</source>
      <translation>Résolution des numérisations</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Revision</source>
      <translation>Révision</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Rights</source>
      <translation>Droits</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Rippa (1999), the same of splines</source>
      <translation>Rippa (1999), de même pour les splines</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Root of the mean square over the points.</source>
      <translation>Racine de la moyenne des carrés sur les points.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Rotation</source>
      <translation>Rotation</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Rotation (°)</source>
      <translation>Rotation (°)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Rotation, clockwise (°)</source>
      <translation>Rotation, sens horaire (°)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Row</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Row (px)</source>
      <translation>Ligne (px)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Rows count</source>
      <translation>Les lignes comptent</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>Rows count downwards</source>
      <translation>Les lignes se comptent vers le bas</translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Rows: {rows}. Columns: {columns}.</source>
      <translation>Lignes : {rows}. Colonnes : {columns}.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Run</source>
      <translation>Exécution</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>Runs</source>
      <translation>Exécutions</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Runs right on nothing this computer has.</source>
      <translation>Ne calcule juste sur rien de ce que possède cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Runs right on: {names}.</source>
      <translation>Calcule juste sur : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Runtime</source>
      <translation>Moteur d’exécution</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>S&amp;wipe</source>
      <translation>&amp;Volet</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>SHA-256 of the model</source>
      <translation>SHA-256 du modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>SIFT</source>
      <translation>SIFT</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Same best class as the processor</source>
      <translation>Même meilleure classe que le processeur</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Same best class as the test vectors</source>
      <translation>Même meilleure classe que les vecteurs de test</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Satellite, aircraft or camera, as in sentinel-2.</source>
      <translation>Satellite, avion ou caméra, comme sentinel-2.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Save points, report or map</source>
      <translation>Enregistrer points, rapport ou carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Says what an ONNX model is and what its card lacks, loads it, runs its test vectors, compares each execution provider with the processor and measures the time for a tile.</source>
      <translation>Dit ce qu’est un modèle ONNX et ce qui manque à sa fiche, le charge, exécute ses vecteurs de test, compare chaque fournisseur d’exécution au processeur et mesure le temps par tuile.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Scale of the maps</source>
      <translation>Échelle des cartes</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Scaling of values</source>
      <translation>Mise à l’échelle des valeurs</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Seam</source>
      <translation>Raccord</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Seams</source>
      <translation>Raccords</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Search an index of models</source>
      <translation>Chercher dans un index de modèles</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Seconds in all, since the stages overlap</source>
      <translation>Secondes en tout, les étapes se recouvrant</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Seconds of reading</source>
      <translation>Secondes de lecture</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Seconds of the model</source>
      <translation>Secondes du modèle</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Seconds of writing</source>
      <translation>Secondes d’écriture</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Seed of the bootstrap</source>
      <translation>Graine du bootstrap</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Sees each tile several times, takes the mean of the probabilities or measures, and tells in the output “Uncertainty” how far they disagree. It takes as many times as long.</source>
      <translation>Voit chaque tuile plusieurs fois, prend la moyenne des probabilités ou des mesures, et dit dans la sortie « Incertitude » combien elles divergent. Le calcul dure autant de fois plus longtemps.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Sensor</source>
      <translation>Capteur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Server of repositories</source>
      <translation>Serveur de dépôts</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Set for this computer by its administrator</source>
      <translation>Réglé pour cet ordinateur par son administrateur</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Set the point aside, or use it again (E)</source>
      <translation>Écarter le point, ou le reprendre (E)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Setting aside of points</source>
      <translation>Mise à l’écart de points</translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>Several bands are called “{name}” ({places}): say which to take by number, as in BANDS=3,2,1.</source>
      <translation>Plusieurs bandes s’appellent « {name} » ({places}) : indiquez par numéro lesquelles prendre, par exemple BANDS=3,2,1.</translation>
    </message>
    <message>
      <location filename="../processing/inference/sources.py"></location>
      <source>Several images are of {date} ({names}), and they do not make one: a series takes each date once. Leave one out, or correct the dates. {reason}</source>
      <translation>Plusieurs images sont du {date} ({names}) et n’en forment pas une seule : une série prend chaque date une fois. Retirez-en une, ou corrigez les dates. {reason}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/outlines.py"></location>
      <source>Several polygons of {name} cover the sheet, and none of them clearly more than the others: keep the one of this sheet.</source>
      <translation>Plusieurs polygones de {name} couvrent la feuille, et aucun nettement plus que les autres : gardez celui de cette feuille.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Shape</source>
      <translation>Forme</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Shape of the polygons</source>
      <translation>Forme des polygones</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Share</source>
      <translation>Part</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Share of each class among the pixels that have one.</source>
      <translation>Part de chaque classe parmi les pixels qui en ont une.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Share of right answers, from 0 to 1.</source>
      <translation>Part de réponses justes, de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Share of the area, 0 to 1.</source>
      <translation>Part de la surface, de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Share of the observations, 0 to 1.</source>
      <translation>Part des observations, de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Shared (m²)</source>
      <translation>En commun (m²)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Sheet</source>
      <translation>Feuille</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Sheet as a &amp;map layer…</source>
      <translation>La feuille comme &amp;couche de carte…</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Sheets</source>
      <translation>Feuilles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Sheets fitted</source>
      <translation>Feuilles calées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Sheets kept from an earlier batch</source>
      <translation>Feuilles gardées d’un lot précédent</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Sheets on top</source>
      <translation>Feuilles du dessus</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Sheets that fail</source>
      <translation>Feuilles qui échouent</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Sheets that failed</source>
      <translation>Feuilles en échec</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>Sheets that were begun</source>
      <translation>Feuilles commencées</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Sheets warped</source>
      <translation>Feuilles redressées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Shifted: 4</source>
      <translation>Décalée : 4</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>Show on the &amp;map</source>
      <translation>&amp;Montrer sur la carte</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Show on the map what the sheet shows (L)</source>
      <translation>Montrer sur la carte ce que montre la feuille (L)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/overlay_page.py"></location>
      <source>Show the sheet on the &amp;map</source>
      <translation>Montrer la feuille sur la &amp;carte</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>Shows it left of a line, which the mouse or the arrow keys move.</source>
      <translation>Le montre à gauche d’une ligne, que la souris ou les flèches déplacent.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/overlay_page.py"></location>
      <source>Shows only what is drawn: the colour of the paper lets the map through.</source>
      <translation>Ne montre que le dessin : la couleur du papier laisse voir la carte.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Side of the tiles, for models that take any.</source>
      <translation>Côté des tuiles, pour les modèles qui acceptent n’importe lequel.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>Sigma px</source>
      <translation>Sigma px</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Sigmoid</source>
      <translation>Sigmoïde</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Similar to</source>
      <translation>Semblable à</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Similarity</source>
      <translation>Similarité</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Size of a pixel (m)</source>
      <translation>Taille d’un pixel (m)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Size of a pixel on the ground</source>
      <translation>Taille d’un pixel au sol</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Size of a pixel on the ground, for an image without reference system.</source>
      <translation>Taille d’un pixel au sol, pour une image sans système de coordonnées.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Size on the ground of the pixels the model was trained on, where its card does not say so.</source>
      <translation>Taille au sol des pixels sur lesquels le modèle a été entraîné, si sa fiche ne la donne pas.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Size on the ground of the pixels the model was trained on.</source>
      <translation>Taille au sol des pixels sur lesquels le modèle a été entraîné.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smaller patches get the class of their largest neighbour first.</source>
      <translation>Les taches plus petites reçoivent d’abord la classe de leur plus grande voisine.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smaller patches get the class of their largest neighbour; in the polygons only.</source>
      <translation>Les taches plus petites prennent la classe de leur plus grande voisine ; dans les polygones seulement.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Smallest</source>
      <translation>Minimum</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smallest area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smallest number of pixels</source>
      <translation>Nombre minimal de pixels</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smallest polygon</source>
      <translation>Plus petit polygone</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Smoothed</source>
      <translation>Lissée</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>So many by chance: once in 10 to the power of</source>
      <translation>Autant par hasard : une fois sur 10 à la puissance</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>So that the map is seen between what is drawn.</source>
      <translation>Pour voir la carte entre ce qui est dessiné.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>SoDUCo</source>
      <translation>SoDUCo</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Softmax</source>
      <translation>Softmax</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Some images failed: the reason stands with each of them below.</source>
      <translation>Certaines images ont échoué : la raison figure plus bas pour chacune.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Some sheets failed: the reason stands with each of them below.</source>
      <translation>Certaines feuilles ont échoué : la raison figure avec chacune d’elles ci-dessous.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Source and authors</source>
      <translation>Source et auteurs</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Spacing</source>
      <translation>Espacement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Spacing downwards</source>
      <translation>Espacement vers le bas</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Spacing of the lines on the ground</source>
      <translation>Espacement des lignes sur le terrain</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Spacing on the ground</source>
      <translation>Espacement sur le terrain</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Spacing to the right</source>
      <translation>Espacement vers la droite</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Spline, without it (m)</source>
      <translation>Spline, sans lui (m)</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Standard deviation</source>
      <translation>Écart-type</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>Standard deviations, likewise</source>
      <translation>Écarts-types, de même</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>Standard error (px)</source>
      <translation>Erreur type (px)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Standard error of a point (m)</source>
      <translation>Erreur type d’un point (m)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Standard errors by area hold Stehman's correction of finite populations: the share of each stratum's pixels that was observed leaves nothing open.</source>
      <translation>Les erreurs types des chiffres pondérés tiennent compte de la correction de population finie de Stehman : la part observée des pixels de chaque strate n’a plus rien d’incertain.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>Start afresh</source>
      <translation>Repartir de zéro</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Stehman (2014)</source>
      <translation>Stehman (2014)</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Still to be applied to the scores</source>
      <translation>À appliquer encore aux scores</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>Still to be said</source>
      <translation>Reste à préciser</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Straightened</source>
      <translation>Redressée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Straightened: boundaries become straight lines within the tolerance. Smoothed: these with round corners. Rectangular, for buildings: what stands alone gets right angles along its main direction; what touches a second class, the edge of the raster or another corner to corner is straightened, as is what stands very close to another. Remove small patches first: they count as others. Polygons always share their boundaries: no gap, no overlap, none lost.</source>
      <translation>Redressée : les limites deviennent des lignes droites, dans la tolérance. Lissée : de même, avec des angles arrondis. Rectangulaire, pour les bâtiments : ce qui est isolé prend des angles droits selon sa direction principale ; ce qui touche une deuxième classe, le bord du raster ou un autre objet par un coin est redressé, comme ce qui est très proche d’un autre. Ôtez d’abord les petites taches : elles comptent aussi. Les polygones partagent toujours leurs limites : ni trou, ni recouvrement, et aucun n’est perdu.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Strata</source>
      <translation>Strates</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Stretch</source>
      <translation>Étirement</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Stretch of one way over the other</source>
      <translation>Étirement d’un sens par rapport à l’autre</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Summary</source>
      <translation>Bilan</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Summary of a batch</source>
      <translation>Bilan d’un lot</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Suspect points</source>
      <translation>Points suspects</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Suspect points are numbered from 1, in the order of their file.</source>
      <translation>Les points suspects sont numérotés à partir de 1, dans l’ordre de leur fichier.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Suspicion</source>
      <translation>Suspicion</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Table of Relevé</source>
      <translation>Tableau de Relevé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Table of sheets</source>
      <translation>Tableau de feuilles</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Table of ties</source>
      <translation>Tableau de liaisons</translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Take care</source>
      <translation>Attention</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>Task</source>
      <translation>Tâche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tells, in one preview event, the error of each point of a sheet with all points and without itself, the suspects, and what each method makes of the sheet.</source>
      <translation>Donne, en un seul événement d’aperçu, l’erreur de chaque point d’une feuille avec tous les points et sans lui-même, les suspects, et ce que chaque méthode fait de la feuille.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Template</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>Temporary folder</source>
      <translation>Dossier temporaire</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Test vectors</source>
      <translation>Vecteurs de test</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Test vectors in the card</source>
      <translation>Vecteurs de test de la fiche</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>The CRS in which x and y of the points are understood; a change leaves their numbers.</source>
      <translation>Le SCR dans lequel se lisent x et y des points ; en changer ne touche pas aux nombres.</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The Python set for Relevé's backend, {path}, does not exist: correct or empty the setting</source>
      <translation>Le Python indiqué pour le moteur de calcul de Relevé, {path}, n’existe pas : corrigez ou videz ce paramètre</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>The Python that the backend in {folder} was made from, {home}, has gone since: repair the backend</source>
      <translation>Le Python à partir duquel le moteur de {folder} a été créé, {home}, a disparu depuis : réparez le moteur</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>The accuracy {overall} lies outside its interval, {low} to {high}: correct one of them.</source>
      <translation>L’exactitude {overall} est hors de son intervalle, de {low} à {high} : corrigez l’une ou l’autre.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>The address of {host} holds a user or a password: give a token apart from it.</source>
      <translation>L’adresse de {host} contient un utilisateur ou un mot de passe : donnez un jeton à part.</translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area lies outside the image: it covers {area}, the image {image} in its CRS. Choose another area, or check the CRS of both.</source>
      <translation>La zone est hors de l’image : elle couvre {area}, l’image {image} dans son système de coordonnées. Choisissez une autre zone, ou vérifiez le système de coordonnées des deux.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The area of that run, if it had one. Of a file with several layers, name one: file.gpkg|layername=NAME.</source>
      <translation>La zone de ce traitement, s’il en avait une. Si le fichier a plusieurs couches, nommez-en une : fichier.gpkg|layername=NOM.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The area of the strata {names} is not given: write the area of each, in any one unit, in “stratum_areas”, as in {example}.</source>
      <translation>La superficie des strates {names} n’est pas donnée : écrivez celle de chacune, dans une même unité, dans « stratum_areas », par exemple {example}.</translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area {path} cannot be read ({reason}): choose a polygon layer.</source>
      <translation>La zone {path} ne peut pas être lue ({reason}) : choisissez une couche de polygones.</translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The area {path} holds no polygon: choose a polygon layer with at least one feature.</source>
      <translation>La zone {path} ne contient pas de polygone : choisissez une couche de polygones qui ait au moins une entité.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_page.py"></location>
      <source>The backend does not vouch for this match. Accept all {count} without a look?</source>
      <translation>Le moteur ne garantit pas cet appariement. Accepter les {count} points sans les examiner ?</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_asking.py"></location>
      <source>The backend does not vouch for this match: look at each point.</source>
      <translation>Le moteur ne garantit pas cet appariement : examinez chaque point.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>The backend in {folder} is not whole: repair it</source>
      <translation>Le moteur de {folder} n’est pas entier : réparez-le</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>The backend is installed and up to date ({variant}), in {folder}</source>
      <translation>Le moteur est installé et à jour ({variant}), dans {folder}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>The backend is not installed.</source>
      <translation>Le moteur n’est pas installé.</translation>
    </message>
    <message>
      <location filename="../plugin/options/installation.py"></location>
      <source>The backend is ready.</source>
      <translation>Le moteur est prêt.</translation>
    </message>
    <message>
      <location filename="../plugin/options/installation.py"></location>
      <source>The backend is removed.</source>
      <translation>Le moteur est retiré.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>The backend is up to date.</source>
      <translation>Le moteur de calcul est à jour.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/job.py"></location>
      <source>The backend reported success, but {path} is missing: please report this</source>
      <translation>Le moteur de calcul annonce une réussite, mais {path} manque : merci de le signaler</translation>
    </message>
    <message>
      <location filename="../plugin/installer/state.py"></location>
      <source>The backend runs in an interpreter of your own, {path}</source>
      <translation>Le moteur tourne dans un interpréteur à vous, {path}</translation>
    </message>
    <message>
      <location filename="../plugin/preview/overlay.py"></location>
      <source>The backend starts…</source>
      <translation>Le moteur démarre…</translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>The band has decimals: a map of classes, in whole numbers, is needed.</source>
      <translation>La bande a des décimales : il faut une carte de classes, en nombres entiers.</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>The bands that are taken fit the training data in the order {order}: say which to take with BANDS.</source>
      <translation>Les bandes prises conviennent aux données d’entraînement dans l’ordre {order} : dites lesquelles prendre avec BANDS.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/decoding.py"></location>
      <source>The boxes of the model all end within {most:g} pixels of the corner of a tile: they are counted in shares of it. Say so in the model's card (releve:detection, “unit”: “share”).</source>
      <translation>Les boîtes du modèle finissent toutes à moins de {most:g} pixels du coin d’une tuile : elles sont comptées en parts de celle-ci. Dites-le dans la fiche du modèle (releve:detection, « unit » : « share »).</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The card as a STAC Item. Named as the model, with .stac.json, it is found beside it.</source>
      <translation>La fiche sous forme d’Item STAC. Nommée comme le modèle, avec .stac.json, elle est trouvée à côté de lui.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card asks for a preparation of the input “{name}” in foreign code, which Relevé does not run: say how values are scaled.</source>
      <translation>La fiche demande pour l’entrée « {name} » une préparation par un code étranger, que Relevé n’exécute pas : dites comment les valeurs sont mises à l’échelle.</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card calls the {kind} “{said}”, the model “{found}”: taken for the same.</source>
      <translation>La fiche dit « {said} » ({kind}), le modèle « {found} » : les deux sont confondus.</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>The card counts boxes in “{unit}”; it must be pixel or share.</source>
      <translation>La fiche compte les boîtes en « {unit} » ; il faut pixel ou share.</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>The card counts the keypoints “{name}” in “{unit}”; it must be {known}.</source>
      <translation>La fiche compte les points d’intérêt « {name} » en « {unit} » ; il faut {known}.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>The card does not say: {names}. Add it with “Edit card…”, or give it for each run.</source>
      <translation>La fiche ne dit pas : {names}. Ajoutez-le avec « Modifier la fiche… », ou donnez-le à chaque exécution.</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>The card gives dates of “{name}” in “{unit}”; known are: {known}.</source>
      <translation>La fiche donne les dates de « {name} » en « {unit} » ; sont connus : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/fitting.py"></location>
      <source>The card gives the class “{class_name}” of the output “{name}” the value {value}: a map holds 0 to {largest}. Correct the card.</source>
      <translation>La fiche donne à la classe « {class_name} » de la sortie « {name} » la valeur {value} : une carte contient 0 à {largest}. Corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/fitting.py"></location>
      <source>The card gives the classes “{first}” and “{second}” of the output “{name}” one value, {value}: give each its own.</source>
      <translation>La fiche donne aux classes « {first} » et « {second} » de la sortie « {name} » une même valeur, {value} : donnez à chacune la sienne.</translation>
    </message>
    <message>
      <location filename="../processing/models/fitting.py"></location>
      <source>The card gives {scalings} scalings for the input “{name}” but the model reads {channels} channels: one for all or one per band is needed.</source>
      <translation>La fiche donne {scalings} mises à l’échelle pour l’entrée « {name} », mais le modèle lit {channels} canaux : il en faut une pour tous ou une par bande.</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card gives “{name}” the shape {said}, the model has {found}: the model's is used.</source>
      <translation>La fiche donne à « {name} » la forme {said}, le modèle {found} : celle du modèle est retenue.</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card gives “{name}” the type {said}, the model has {found}: the model's is used.</source>
      <translation>La fiche donne à « {name} » le type {said}, le modèle {found} : celui du modèle est retenu.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card holds a value that cannot be ({reason}): correct it, or choose another.</source>
      <translation>La fiche contient une valeur impossible ({reason}) : corrigez-la, ou choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card is not a STAC Item with “mlm:” properties: choose the model's own card, or none.</source>
      <translation>La fiche n’est pas un Item STAC à propriétés « mlm: » : choisissez la fiche du modèle, ou aucune.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card matches dates by “{said}”; known are: {known}.</source>
      <translation>La fiche apparie les dates par « {said} » ; sont connus : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/library/rows.py"></location>
      <source>The card names no input or no output: nothing is known of how to run the model.</source>
      <translation>La fiche ne nomme aucune entrée ou aucune sortie : rien ne dit comment exécuter le modèle.</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card names the {kind} “{said}” but the model has: {found}. Is it the card of this model?</source>
      <translation>La fiche nomme « {said} » ({kind}) mais le modèle a : {found}. Est-ce bien la fiche de ce modèle ?</translation>
    </message>
    <message>
      <location filename="../processing/models/fitting.py"></location>
      <source>The card names {bands} bands for the input “{name}” but the model reads {channels} channels: this is not the card of this model.</source>
      <translation>La fiche nomme {bands} bandes pour l’entrée « {name} », mais le modèle lit {channels} canaux : ce n’est pas la fiche de ce modèle.</translation>
    </message>
    <message>
      <location filename="../processing/models/fitting.py"></location>
      <source>The card names {classes} classes for the output “{name}” but the model gives {channels} channels: this is not the card of this model.</source>
      <translation>La fiche nomme {classes} classes pour la sortie « {name} », mais le modèle donne {channels} canaux : ce n’est pas la fiche de ce modèle.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The card names {count} bands for the input “{name}”, which has no side for them.</source>
      <translation>La fiche nomme {count} bandes pour l’entrée « {name} », qui n’a pas de dimension pour elles.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The card of that run, if it had one of its own.</source>
      <translation>La fiche de ce traitement, s’il en avait une à part.</translation>
    </message>
    <message>
      <location filename="../processing/inference/trust.py"></location>
      <source>The card of the model states no accuracy: compare the map with reference data (assessment.map).</source>
      <translation>La fiche du modèle n’indique aucune exactitude : comparez la carte à des données de référence (assessment.map).</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>The card of this model has no field {key!r}; it has: {known}</source>
      <translation>La fiche de ce modèle n’a pas de champ {key!r} ; elle a : {known}</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card says the content “{said}”; known are: {known}.</source>
      <translation>La fiche indique le contenu « {said} » ; sont connus : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>The card says the layout “{said}” of detections; known are: {known}.</source>
      <translation>La fiche indique la disposition « {said} » des détections ; sont connues : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card says the mode “{said}”; known are: {known}.</source>
      <translation>La fiche dit le mode « {said} » ; sont connus : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>The card says “{said}” but the shape of the output “{name}” is that of “{found}”.</source>
      <translation>La fiche dit « {said} », mais la forme de la sortie « {name} » est celle de « {found} ».</translation>
    </message>
    <message>
      <location filename="../processing/inference/scaling.py"></location>
      <source>The card scales values by an expression, which Relevé does not compute: put the scaling into the model, or write it as min-max, z-score, scale, offset or clip.</source>
      <translation>La fiche met les valeurs à l’échelle par une expression, que Relevé ne calcule pas : mettez la mise à l’échelle dans le modèle, ou écrivez-la comme min-max, z-score, scale, offset ou clip.</translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card scales values by “{kind}”, which is not known; known are: {known}.</source>
      <translation>La fiche met les valeurs à l’échelle par « {kind} », qui est inconnu ; sont connus : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card was written for another version of this file (its SHA-256 differs): check that they match.</source>
      <translation>La fiche a été écrite pour une autre version de ce fichier (son SHA-256 diffère) : vérifiez qu’ils vont ensemble.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is nested deeper than any card should be.</source>
      <translation>La fiche {name} est plus profondément imbriquée qu’une fiche ne devrait l’être.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is not a STAC Item but a list or a value.</source>
      <translation>La fiche {name} n’est pas un Item STAC mais une liste ou une valeur.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is not valid JSON ({reason}): correct it or choose another.</source>
      <translation>La fiche {name} n’est pas un JSON valide ({reason}) : corrigez-la ou choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {name} is too large to be one.</source>
      <translation>La fiche {name} est trop volumineuse pour en être une.</translation>
    </message>
    <message>
      <location filename="../processing/models/reading.py"></location>
      <source>The card {path} cannot be read: {reason}</source>
      <translation>La fiche {path} ne peut pas être lue : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>The card's detection says {name} = {value}: a share of 0 to 1 is needed.</source>
      <translation>Pour la détection, la fiche indique {name} = {value} : il faut une part de 0 à 1.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card's nodata rule is “{rule}”; it must be any, all or none.</source>
      <translation>La règle des données absentes de la fiche est « {rule} » ; elle doit être any, all ou none.</translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card's scaling “{kind}” divides by zero: correct it.</source>
      <translation>La mise à l’échelle « {kind} » de la fiche divise par zéro : corrigez-la.</translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The card's scaling “{kind}” has {found} values and needs {needed}: correct the card.</source>
      <translation>La mise à l’échelle « {kind} » de la fiche a {found} valeurs et en demande {needed} : corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card's scaling “{kind}” lacks {fields}: correct the card.</source>
      <translation>Il manque à la mise à l’échelle « {kind} » de la fiche : {fields}. Corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector for “{name}” is not an array of numbers.</source>
      <translation>Le vecteur de test de la fiche pour « {name} » n’est pas un tableau de nombres.</translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector has the shape {said}, the model gives {found}.</source>
      <translation>Le vecteur de test de la fiche a la forme {said}, le modèle donne {found}.</translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector {path} cannot be read: {reason}</source>
      <translation>Le vecteur de test {path} de la fiche ne peut pas être lu : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/verification.py"></location>
      <source>The card's test vector {path} lies outside the card's folder: put it beside the card.</source>
      <translation>Le vecteur de test {path} de la fiche se trouve hors du dossier de la fiche : placez-le à côté de la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/mlm.py"></location>
      <source>The card's zoom is “{said}”; a number or a fraction is needed, such as 2 or 1/16.</source>
      <translation>Le facteur de la fiche est « {said} » ; il faut un nombre ou une fraction, comme 2 ou 1/16.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The certificate of {host} is not trusted: where a company looks into connections, its certificate must be among those of this computer.</source>
      <translation>Le certificat de {host} n’est pas reconnu : là où une entreprise inspecte les connexions, son certificat doit être parmi ceux de cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The certificate of {host} is not valid at this date: is this computer's clock right?</source>
      <translation>Le certificat de {host} n’est pas valable à cette date : l’horloge de cet ordinateur est-elle à l’heure ?</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The certificate of {source} has expired: either the clock of this computer is wrong, or the certificate has to be renewed by who runs that server</source>
      <translation>Le certificat de {source} a expiré : soit l’horloge de cet ordinateur est fausse, soit le responsable de ce serveur doit renouveler le certificat</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The certificate of {source} is not yet valid: the clock of this computer is probably wrong; set its date and time</source>
      <translation>Le certificat de {source} n’est pas encore valable : l’horloge de cet ordinateur est sans doute fausse ; réglez sa date et son heure</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The certificate of {source} is signed by nobody this computer trusts. Where your organisation inspects connections, add its authority under Settings ▸ Options ▸ Authentication ▸ Manage Certificates of QGIS</source>
      <translation>Le certificat de {source} n’est signé par personne à qui cet ordinateur se fie. Si votre organisation inspecte les connexions, ajoutez son autorité sous Préférences ▸ Options ▸ Authentification ▸ Gérer les certificats de QGIS</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The class of each pixel, with names and colours.</source>
      <translation>La classe de chaque pixel, avec noms et couleurs.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The commit it was fetched from, of a repository.</source>
      <translation>Le commit d’où il vient, pour un dépôt.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The connection to {host} failed or was cut: try again.</source>
      <translation>La connexion à {host} a échoué ou a été coupée : réessayez.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The connection to {host} was cut: try again.</source>
      <translation>La connexion à {host} a été coupée : réessayez.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The connection to {source} was cut, again and again: what arrived whole is kept; try once more, or install from a folder of wheels</source>
      <translation>La connexion à {source} a été coupée, encore et encore : ce qui est arrivé entier est gardé ; réessayez, ou installez depuis un dossier de paquets</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>The cutlines lie beside the sheets and show nothing of them: check the CRS of the layer.</source>
      <translation>Les lignes de découpe sont à côté des feuilles et n’en montrent rien : vérifiez le SCR de la couche.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>The cutlines overlap by {overlap:.6g} and leave {holes:.6g} bare among them, in square units of the map: where they overlap the upper sheet is shown.</source>
      <translation>Les lignes de découpe se recouvrent de {overlap:.6g} et laissent {holes:.6g} à nu entre elles, en unités carrées de la carte : là où elles se recouvrent, la feuille du dessus est montrée.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/cutlines.py"></location>
      <source>The cutlines {path} cannot be read ({reason}): choose a polygon layer.</source>
      <translation>Les lignes de découpe {path} ne peuvent pas être lues ({reason}) : choisissez une couche de polygones.</translation>
    </message>
    <message>
      <location filename="../processing/reports/data.py"></location>
      <source>The data cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation>Les données ne peuvent pas être écrites dans {path} : {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The disk is full, below {folder}</source>
      <translation>Le disque est plein, sous {folder}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/filling.py"></location>
      <source>The disk is full: {free} below {folder} are not enough. Make room, or choose another folder</source>
      <translation>Le disque est plein : {free} sous {folder} ne suffisent pas. Faites de la place ou choisissez un autre dossier</translation>
    </message>
    <message>
      <location filename="../plugin/installer/place.py"></location>
      <source>The disk is full: {needed} are needed below {folder} and {free} are free. Make room, or choose another folder for the backend in the options of Relevé</source>
      <translation>Le disque est plein : il faut {needed} sous {folder}, et {free} sont libres. Faites de la place, ou choisissez un autre dossier pour le moteur dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../processing/raster/writing.py"></location>
      <source>The disk of {folder} is full: make room, or choose another folder.</source>
      <translation>Le disque de {folder} est plein : faites de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/state.py"></location>
      <source>The draft is not kept: {why}</source>
      <translation>Le brouillon n’est pas conservé : {why}</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>The edits are no JSON: {reason}</source>
      <translation>Les modifications ne sont pas du JSON : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>The edits must be one JSON object, as in {"gsd_m": 10}.</source>
      <translation>Les modifications doivent former un objet JSON, comme {"gsd_m": 10}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>The error at the points says how far the sheet can be bent to them. The error without a point, at each point when the others alone decide, says how far off the sheet is. It flatters a little the method that was chosen by it.</source>
      <translation>L’erreur aux points dit jusqu’où la feuille peut être pliée vers eux. L’erreur avec un point de moins, en chaque point quand les autres décident seuls, dit de combien la feuille est décalée. Elle flatte un peu la méthode choisie d’après elle.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/similar.py"></location>
      <source>The examples cancel each other out: choose “Any of the examples” (MATCH=nearest), or fewer.</source>
      <translation>Les exemples s’annulent entre eux : choisissez « L’un quelconque des exemples » (MATCH=nearest), ou moins d’exemples.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/examples.py"></location>
      <source>The examples {path} cannot be read ({reason}): choose a layer of points or polygons.</source>
      <translation>Les exemples {path} ne peuvent pas être lus ({reason}) : choisissez une couche de points ou de polygones.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/examples.py"></location>
      <source>The examples {path} hold no point or polygon: draw one at least.</source>
      <translation>Les exemples {path} ne contiennent ni point ni polygone : dessinez-en au moins un.</translation>
    </message>
    <message>
      <location filename="../processing/models/providers.py"></location>
      <source>The execution provider {asked} is not in the installed ONNX Runtime, which has: {here}. Install the matching variant of the backend, choose another, or allow the processor instead.</source>
      <translation>Le fournisseur d’exécution {asked} n’est pas dans l’ONNX Runtime installé, qui a : {here}. Installez la variante correspondante du moteur de calcul, choisissez-en un autre, ou permettez le processeur à sa place.</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} did not start: ONNX Runtime would run on {used}.</source>
      <translation>Le fournisseur d’exécution {provider} n’a pas démarré : ONNX Runtime s’exécuterait sur {used}.</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} failed to start: {reason}.</source>
      <translation>Le fournisseur d’exécution {provider} n’a pas démarré : {reason}.</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The execution provider {provider} runs none of the model's nodes: all fall to the processor.</source>
      <translation>Le fournisseur d’exécution {provider} n’exécute aucun nœud du modèle : tous reviennent au processeur.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>The file name “{name}” leads out of its folder or is none that every system takes: refused.</source>
      <translation>Le nom de fichier « {name} » sort de son dossier ou n’est pas accepté par tous les systèmes : refusé.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The file {name} is not an ONNX model. Export the model to ONNX and choose the .onnx file.</source>
      <translation>Le fichier {name} n’est pas un modèle ONNX. Exportez le modèle en ONNX et choisissez le fichier .onnx.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The first by default.</source>
      <translation>La première par défaut.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>The first {count} models; search by words for others.</source>
      <translation>Les {count} premiers modèles ; cherchez les autres par des mots.</translation>
    </message>
    <message>
      <location filename="../plugin/results.py"></location>
      <source>The first {loaded} of {count} layers are loaded: open others from {folder}</source>
      <translation>Les {loaded} premières couches sur {count} sont chargées : ouvrez les autres depuis {folder}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/filling.py"></location>
      <source>The folder of wheels, {folder}, does not exist: correct or empty the option</source>
      <translation>Le dossier de paquets {folder} n’existe pas : corrigez ou videz l’option</translation>
    </message>
    <message>
      <location filename="../plugin/installer/filling.py"></location>
      <source>The folder of wheels, {folder}, lacks {number} packages for Python {python} on this computer: {names}{more}. On a connected computer of the same kind, make it with: {command}</source>
      <translation>Il manque {number} paquets au dossier {folder} pour Python {python} sur cet ordinateur : {names}{more}. Sur un ordinateur connecté du même genre, remplissez-le avec : {command}</translation>
    </message>
    <message>
      <location filename="../processing/raster/longitudes.py"></location>
      <source>The image crosses the 180th meridian in degrees of {crs}: bring it onto a projected CRS with “gdalwarp -t_srs EPSG:… input.tif output.tif”.</source>
      <translation>L’image traverse le 180e méridien en degrés de {crs} : portez-la dans un SCR projeté avec « gdalwarp -t_srs EPSG:… entree.tif sortie.tif ».</translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image has no coordinate reference system and the model works at {gsd:g} m: state the size of the image's pixels in metres (pixel_size).</source>
      <translation>L’image n’a pas de système de coordonnées et le modèle travaille à {gsd:g} m : indiquez la taille des pixels de l’image en mètres (pixel_size).</translation>
    </message>
    <message>
      <location filename="../processing/inference/previews/preview.py"></location>
      <source>The image has no coordinate reference system, so it has no place in a view that has one: assign one to the image.</source>
      <translation>L’image n’a pas de système de coordonnées de référence : elle n’a donc pas de place dans une vue qui en a un. Attribuez-en un à l’image.</translation>
    </message>
    <message>
      <location filename="../processing/raster/areas.py"></location>
      <source>The image has no coordinate reference system, so the area has no place on it: assign one to the image.</source>
      <translation>L’image n’a pas de système de coordonnées, la zone n’y a donc pas de place : attribuez-en un à l’image.</translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image has no coordinate reference system: state the size of its pixels in metres (pixel_size).</source>
      <translation>L’image n’a pas de système de coordonnées : indiquez la taille de ses pixels en mètres (pixel_size).</translation>
    </message>
    <message>
      <location filename="../processing/raster/grids.py"></location>
      <source>The image has {columns} × {rows} pixels: at least one is needed.</source>
      <translation>L’image a {columns} × {rows} pixels : il en faut au moins un.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image has {found} bands ({available}) and the model reads {needed}{names}: say which to take, in the model's order, as in BANDS=3,2,1.</source>
      <translation>L’image a {found} bandes ({available}) et le modèle en lit {needed}{names} : indiquez lesquelles prendre, dans l’ordre du modèle, par exemple BANDS=3,2,1.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image holds values from {low:.4g} to {high:.4g} ({dtype}) and the model expects {minimum:.4g} to {maximum:.4g}: it was trained on another unit. Convert the image to it (gdal_translate -scale), or correct the scaling (SCALING, or the model's card).</source>
      <translation>L’image contient des valeurs de {low:.4g} à {high:.4g} ({dtype}) et le modèle en attend de {minimum:.4g} à {maximum:.4g} : il a été entraîné dans une autre unité. Convertissez l’image (gdal_translate -scale), ou corrigez la mise à l’échelle (SCALING, ou la fiche du modèle).</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image holds values up to {highest:.4g} ({dtype}) and the model expects bytes, at most {maximum:.4g}. Convert the image to bytes (gdal_translate -ot Byte -scale), state the value of missing pixels if it is one (NODATA), or correct the scaling (SCALING, or the model's card).</source>
      <translation>L’image contient des valeurs jusqu’à {highest:.4g} ({dtype}) et le modèle attend des octets, {maximum:.4g} au plus. Convertissez l’image en octets (gdal_translate -ot Byte -scale), indiquez la valeur des pixels manquants si c’en est une (NODATA), ou corrigez la mise à l’échelle (SCALING, ou la fiche du modèle).</translation>
    </message>
    <message>
      <location filename="../processing/raster/grids.py"></location>
      <source>The image is rotated or south-up: turn it north-up with “gdalwarp input.tif north_up.tif”.</source>
      <translation>L’image est tournée ou le sud en haut : remettez le nord en haut avec « gdalwarp entree.tif nord_en_haut.tif ».</translation>
    </message>
    <message>
      <location filename="../processing/raster/longitudes.py"></location>
      <source>The image reaches beyond the edge of its CRS ({crs}), across the 180th meridian: export it again in a CRS whose middle is nearer, such as UTM.</source>
      <translation>L’image dépasse le bord de son SCR ({crs}), au-delà du 180e méridien : exportez-la à nouveau dans un SCR dont le milieu est plus proche, comme UTM.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image stores its values with a scale of {scale:g} and an offset of {offset:g}, which are not applied: the model is given the stored numbers. If it was trained on others, convert the image first (gdal_translate -unscale -ot Float32).</source>
      <translation>Les valeurs de l’image sont enregistrées avec une échelle de {scale:g} et un décalage de {offset:g}, qui ne sont pas appliqués : le modèle reçoit les nombres enregistrés. S’il a été entraîné sur d’autres, convertissez d’abord l’image (gdal_translate -unscale -ot Float32).</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image's pixels are {image}, the model works at {model:.4g} m: it is interpolated, and cannot show what it does not hold.</source>
      <translation>Les pixels de l’image font {image} et le modèle travaille à {model:.4g} m : l’image est interpolée, et ne peut montrer ce qu’elle ne contient pas.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The image's pixels are {image}, the model works at {model:.4g} m: means are taken.</source>
      <translation>Les pixels de l’image font {image} et le modèle travaille à {model:.4g} m : leurs moyennes sont prises.</translation>
    </message>
    <message>
      <location filename="../processing/raster/ground.py"></location>
      <source>The image's place cannot be computed from its CRS ({crs}): assign the right one.</source>
      <translation>Le lieu de l’image ne peut pas être calculé d’après son système de coordonnées ({crs}) : attribuez-lui le bon.</translation>
    </message>
    <message>
      <location filename="../processing/inference/histograms.py"></location>
      <source>The image's values are about {factor:.4g} times those of the training data: they are in another unit. Convert the image (gdal_translate -scale, -unscale), or correct the scaling (SCALING, or the model's card).</source>
      <translation>Les valeurs de l’image sont environ {factor:.4g} fois celles des données d’entraînement : elles sont dans une autre unité. Convertissez l’image (gdal_translate -scale, -unscale), ou corrigez la mise à l’échelle (SCALING, ou la fiche du modèle).</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The images of that run. Without them they are looked for in the folder.</source>
      <translation>Les images de ce traitement. Sans indication, elles sont cherchées dans le dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/catalogues.py"></location>
      <source>The index gives no SHA-256 (file:checksum) of the model: nothing says what it must be.</source>
      <translation>L’index ne donne pas le SHA-256 (file:checksum) du modèle : rien ne dit ce qu’il doit être.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/belonging.py"></location>
      <source>The index gives two files the same name, {name}: the model is not fetched.</source>
      <translation>L’index donne le même nom, {name}, à deux fichiers : le modèle n’est pas rapatrié.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/catalogues.py"></location>
      <source>The index goes on: only its first {count} documents were read.</source>
      <translation>L’index continue : seuls ses {count} premiers documents ont été lus.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>The index names {href}, which lies outside its folder {folder}: nothing is read there. Move the file into the index, or open the index by its top catalogue.</source>
      <translation>L’index nomme {href}, qui se trouve hors de son dossier {folder} : rien n’y est lu. Déplacez le fichier dans l’index, ou ouvrez l’index par son catalogue principal.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>The index promises the SHA-256 {promised}, {wanted} is asked for: this is another file.</source>
      <translation>L’index promet le SHA-256 {promised}, {wanted} est demandé : c’est un autre fichier.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The input “{name}” does not begin with a batch ({sides}): export the model with one.</source>
      <translation>L’entrée « {name} » ne commence pas par un lot ({sides}) : exportez le modèle avec une dimension de lot.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The input “{name}” has a side “{side}”; Relevé knows {known}: correct its card.</source>
      <translation>L’entrée « {name} » a une dimension « {side} » ; Relevé connaît {known} : corrigez sa fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>The input “{name}” has the shape {shape}: a model of keypoints reads one image at a time, of one channel (grey) or three (red, green, blue).</source>
      <translation>L’entrée « {name} » a la forme {shape} : un modèle de points d’intérêt lit une image à la fois, à un canal (gris) ou trois (rouge, vert, bleu).</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The input “{name}” has {count} sides ({shape}) and no card says which is which: describe it in one (“dim_order”, such as batch, time, bands, height, width).</source>
      <translation>L’entrée « {name} » a {count} dimensions ({shape}) et aucune fiche ne dit laquelle est laquelle : décrivez-la dans une fiche (« dim_order », par exemple batch, time, bands, height, width).</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The input “{name}” reads images and “{main}” single pixels: Relevé cannot yet run both together.</source>
      <translation>L’entrée « {name} » lit des images et « {main} » des pixels isolés : Relevé ne sait pas encore appliquer les deux ensemble.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The input “{name}” reads “{mode}” data, and its card does not say which: name it (“bands”).</source>
      <translation>L’entrée « {name} » lit des données « {mode} », et sa fiche ne dit pas lesquelles : nommez-les (« bands »).</translation>
    </message>
    <message>
      <location filename="../plugin/installer/commands.py"></location>
      <source>The installation was cancelled; what was there before stays.</source>
      <translation>L’installation a été annulée ; ce qui était en place le reste.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The interval has no width where every block has the same share: {names}.</source>
      <translation>L’intervalle est de largeur nulle là où tous les blocs ont la même part : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The interval has no width where the observations of each stratum are all alike, or all of its pixels: {names}.</source>
      <translation>L’intervalle est de largeur nulle là où les observations de chaque strate sont toutes semblables, ou en couvrent tous les pixels : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The interval has no width where the sample is all right, which tells nothing of pixels outside it: {names}.</source>
      <translation>L’intervalle est de largeur nulle là où tout l’échantillon est juste, ce qui ne dit rien des pixels qu’il ne contient pas : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The interval has no width where the sample is all wrong, which tells nothing of pixels outside it: {names}.</source>
      <translation>L’intervalle est de largeur nulle là où tout l’échantillon est faux, ce qui ne dit rien des pixels qu’il ne contient pas : {names}.</translation>
    </message>
    <message>
      <location filename="../plugin/provider.py"></location>
      <source>The job {job} needs a newer version of the plugin: left out</source>
      <translation>Le traitement {job} demande une version plus récente de l’extension : il est laissé de côté</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} cannot be read</source>
      <translation>La couche {name} ne peut pas être lue</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} cannot be written to {path} for the backend: {reason}</source>
      <translation>La couche {name} ne peut pas être écrite dans {path} pour le moteur de calcul : {reason}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The layer {name} is broken: mend its source</source>
      <translation>La couche {name} est invalide : réparez sa source</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>The layer {name} is empty: there is nothing to show</source>
      <translation>La couche {name} est vide : il n’y a rien à montrer</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/commands.py"></location>
      <source>The layer {name} is in no file that a command could name: save it to one, and take that</source>
      <translation>La couche {name} n’est dans aucun fichier qu’une commande pourrait nommer : enregistrez-la dans un fichier et prenez celui-ci</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controller.py"></location>
      <source>The layer {name} is not read from a file as it is: export it first to see a preview.</source>
      <translation>La couche {name} n’est pas lue telle quelle dans un fichier : exportez-la d’abord pour voir un aperçu.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>The layout {name} is in the project, to be changed</source>
      <translation>La mise en page {name} est dans le projet, prête à être modifiée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The licence of the model, as the index states it, or “unstated” where it states none. Without it, the run stops and tells which it is.</source>
      <translation>La licence du modèle, telle que l’index l’indique, ou « unstated » s’il n’en indique aucune. Sans elle, le traitement s’arrête et dit laquelle c’est.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>The licence of {name} is “{licence}”: accept it to go on (LICENCE={licence}).</source>
      <translation>La licence de {name} est « {licence} » : acceptez-la pour continuer (LICENCE={licence}).</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>The map does not name its classes, and the labels {labels} are not numbers: give the pairs in “labels”, as in {example}.</source>
      <translation>La carte ne nomme pas ses classes et les étiquettes {labels} ne sont pas des nombres : donnez les correspondances dans « labels », par exemple {example}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>The map has a band for each output of the model, with the names of its classes. A GeoTIFF of several bands holds no colours: those of the first band are in its style.</source>
      <translation>La carte a une bande pour chaque sortie du modèle, avec les noms de ses classes. Un GeoTIFF à plusieurs bandes ne contient pas de couleurs : celles de la première bande sont dans son style.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>The map has no class called {labels}; it has {names}. Give the missing pairs in “labels”, as in {example}.</source>
      <translation>La carte n’a pas de classe nommée {labels} ; elle a {names}. Donnez les correspondances qui manquent dans « labels », par exemple {example}.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/areas.py"></location>
      <source>The map has no coordinate reference system: assign the right one, with “gdal_edit.py -a_srs” for one.</source>
      <translation>La carte n’a pas de système de coordonnées : attribuez-lui le bon, par exemple avec « gdal_edit.py -a_srs ».</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>The map is among the layers: {file}</source>
      <translation>La carte est parmi les couches : {file}</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controls.py"></location>
      <source>The map is being computed</source>
      <translation>La carte est en cours de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/ghost.py"></location>
      <source>The map shows no part of the sheet.</source>
      <translation>La carte ne montre aucune partie de la feuille.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/controller.py"></location>
      <source>The map shows no part of {name}.</source>
      <translation>La carte ne montre aucune partie de {name}.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>The map shows nothing of {name}: move there</source>
      <translation>La carte ne montre rien de {name} : déplacez-vous vers cette couche</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/footprint.py"></location>
      <source>The map would have {columns} × {rows} pixels of {side:g}, far more than the sheet: give a larger pixel size, draw a mask, or look for misplaced points.</source>
      <translation>La carte aurait {columns} × {rows} pixels de {side:g}, bien plus que la feuille : donnez une taille de pixel plus grande, dessinez un masque ou cherchez des points mal placés.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/areas.py"></location>
      <source>The map's coordinate reference system ({crs}) is neither projected nor geographic: assign another.</source>
      <translation>Le système de coordonnées de la carte ({crs}) n’est ni projeté ni géographique : attribuez-lui-en un autre.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>The map's errors bias the areas counted on it. The estimates take the reference for the truth and correct them; where an interval does not hold the mapped share, the map's own figure misleads.</source>
      <translation>Les erreurs de la carte faussent les superficies qu’on y compte. Les estimations tiennent la référence pour vraie et les corrigent ; quand un intervalle ne contient pas la part comptée sur la carte, celle-ci est trompeuse.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The mean for examples of one kind, any of them where they differ among themselves.</source>
      <translation>La moyenne pour des exemples d’une seule sorte, l’un quelconque s’ils diffèrent entre eux.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The mean of the examples</source>
      <translation>La moyenne des exemples</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>The memory may be used up: choose a smaller area.</source>
      <translation>La mémoire est peut-être épuisée : choisissez une zone plus petite.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata give {means} means and {deviations} deviations: as many are needed.</source>
      <translation>Les métadonnées donnent {means} moyennes et {deviations} écarts types : il en faut autant.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata name classes by {keys}; whole numbers from 0 are needed.</source>
      <translation>Les métadonnées désignent les classes par {keys} ; il faut des nombres entiers à partir de 0.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata name the classes of {heads} outputs but the model has {outputs}.</source>
      <translation>Les métadonnées nomment les classes de {heads} sorties, mais le modèle en a {outputs}.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata number the classes {values}; consecutive numbers from 0 are needed.</source>
      <translation>Les métadonnées numérotent les classes {values} ; il faut des numéros consécutifs à partir de 0.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata say tiles of {said} pixels, the model reads {found}: {found} is used.</source>
      <translation>Les métadonnées disent des tuiles de {said} pixels, le modèle en lit {found} : {found} est retenu.</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The metadata say “{said}”, but the shape of the output “{name}” is that of “{found}”.</source>
      <translation>Les métadonnées disent « {said} », mais la forme de la sortie « {name} » est celle de « {found} ».</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>The model asks for numbers: state them, as in NUMBERS={example}.</source>
      <translation>Le modèle demande des nombres : indiquez-les, par exemple NUMBERS={example}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>The model asks of which date the image is (“{name}”): give it (as in image.tif|date=2024-06-30).</source>
      <translation>Le modèle demande de quelle date est l’image (« {name} ») : donnez-la (comme image.tif|date=2024-06-30).</translation>
    </message>
    <message>
      <location filename="../processing/inference/feeding.py"></location>
      <source>The model asks where it is, and the image has no coordinate reference system: assign one.</source>
      <translation>Le modèle demande où il se trouve, et l’image n’a pas de système de coordonnées : attribuez-lui-en un.</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>The model cannot be loaded: {reason}</source>
      <translation>Le modèle ne peut pas être chargé : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/writing.py"></location>
      <source>The model cannot be written to {path}: {reason}</source>
      <translation>Le modèle ne peut pas être écrit à l’emplacement {path} : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>The model comes without its picture: {reason}</source>
      <translation>Le modèle vient sans son image : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>The model does not give what it should: see the differences below.</source>
      <translation>Le modèle ne donne pas ce qu’il devrait : voir les écarts ci-dessous.</translation>
    </message>
    <message>
      <location filename="../processing/inference/previews/preview.py"></location>
      <source>The model does not give “{wanted}” but {given}: choose one of them.</source>
      <translation>Le modèle ne donne pas « {wanted} » mais {given} : choisissez parmi ceux-là.</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>The model does not say at which ground resolution it works: state it in metres (GSD). The image has pixels of {ground}.</source>
      <translation>Le modèle ne dit pas à quelle résolution au sol il travaille : indiquez-la en mètres (GSD). L’image a des pixels de {ground}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>The model does not say how raw values are scaled: state it (SCALING), “none” if it takes them as they are.</source>
      <translation>Le modèle ne dit pas comment les valeurs brutes sont mises à l’échelle : indiquez-le (SCALING), « none » s’il les prend telles quelles.</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>The model does not say whether it gives classes or measures: state it (TASK).</source>
      <translation>Le modèle ne dit pas s’il donne des classes ou des mesures : indiquez-le (TASK).</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>The model does not say whether its scores are probabilities yet: state what is still to be applied to them (ACTIVATION).</source>
      <translation>Le modèle ne dit pas si ses scores sont déjà des probabilités : indiquez ce qu’il reste à leur appliquer (ACTIVATION).</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model failed on its input: {reason}</source>
      <translation>Le modèle a échoué sur ce qu’il a reçu : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model file {name} is cut short or damaged: download or copy it again.</source>
      <translation>Le fichier de modèle {name} est tronqué ou abîmé : téléchargez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model file {name} is empty: copy it again.</source>
      <translation>Le fichier de modèle {name} est vide : copiez-le de nouveau.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/decoding.py"></location>
      <source>The model gave values that are not numbers in its output “{name}”: its input is scaled in another way than it expects, or it is damaged. Check the scaling in its card.</source>
      <translation>Le modèle a donné des valeurs qui ne sont pas des nombres dans sa sortie « {name} » : son entrée n’est pas à l’échelle qu’il attend, ou il est endommagé. Vérifiez la mise à l’échelle dans sa fiche.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The model gets a folder of its own in it. Without it, the user's own models folder.</source>
      <translation>Le modèle y reçoit un dossier à lui. Sans cette valeur, le dossier de modèles de l’utilisateur.</translation>
    </message>
    <message>
      <location filename="../processing/models/heads.py"></location>
      <source>The model gives classes only, so there is no “{product}”: leave it out.</source>
      <translation>Le modèle ne donne que des classes, il n’y a donc pas de « {product} » : ne le demandez pas.</translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives classes, not measures: ask for “classes” rather than “values”.</source>
      <translation>Le modèle donne des classes, non des mesures : demandez « classes » plutôt que « values ».</translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives measures, not classes: ask for “values” rather than “{measure}”.</source>
      <translation>Le modèle donne des mesures, non des classes : demandez « values » plutôt que « {measure} ».</translation>
    </message>
    <message>
      <location filename="../processing/inference/views.py"></location>
      <source>The model gives one answer for a whole tile: it can be flipped (AUGMENTATION), not shifted.</source>
      <translation>Le modèle donne une réponse pour toute une tuile : celle-ci peut être retournée (AUGMENTATION), pas décalée.</translation>
    </message>
    <message>
      <location filename="../processing/inference/measures.py"></location>
      <source>The model gives the class {found}, and a map holds 0 to {most}: it cannot be run.</source>
      <translation>Le modèle donne la classe {found}, et une carte contient 0 à {most} : il ne peut pas être appliqué.</translation>
    </message>
    <message>
      <location filename="../processing/inference/measures.py"></location>
      <source>The model gives the class {found}, which its card does not name, and the map of those that it names holds 0 to {most}: correct the card.</source>
      <translation>Le modèle donne la classe {found}, que sa fiche ne nomme pas, et la carte de celles qu’elle nomme contient 0 à {most} : corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/views.py"></location>
      <source>The model gives the numbers of classes without probabilities, of which no mean can be taken: leave AUGMENTATION out.</source>
      <translation>Le modèle donne des numéros de classes sans probabilités, dont on ne peut pas prendre la moyenne : laissez AUGMENTATION de côté.</translation>
    </message>
    <message>
      <location filename="../processing/inference/rasters.py"></location>
      <source>The model gives the numbers of classes without probabilities, so there is no “{measure}” to write.</source>
      <translation>Le modèle donne les numéros des classes sans probabilités : il n’y a pas de « {measure} » à écrire.</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>The model gives values that are no numbers (NaN or infinite): it cannot be trusted.</source>
      <translation>Le modèle donne des valeurs qui ne sont pas des nombres (NaN ou infinies) : on ne peut pas s’y fier.</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>The model gives {found}, which are no keypoints. It must give a map of scores and one of descriptors (score, desc), a list of them (keypoints, scores, descriptors), or pairs from two images (keypoints0, keypoints1, matches). Where its outputs have other names, its card says which is which (“releve:role”).</source>
      <translation>Le modèle donne {found}, ce qui n’est pas des points d’intérêt. Il doit donner une carte de scores et une de descripteurs (score, desc), une liste (keypoints, scores, descriptors), ou des paires issues de deux images (keypoints0, keypoints1, matches). Si ses sorties portent d’autres noms, sa fiche dit laquelle est laquelle (« releve:role »).</translation>
    </message>
    <message>
      <location filename="../processing/models/card.py"></location>
      <source>The model has no output “{name}”; its outputs are: {known}.</source>
      <translation>Le modèle n’a pas de sortie « {name} » ; ses sorties sont : {known}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>The model has several outputs ({names}) and polygons are made of one: say which (HEAD), or leave the polygons out.</source>
      <translation>Le modèle a plusieurs sorties ({names}) et les polygones se font d’une seule : indiquez laquelle (HEAD), ou ne demandez pas de polygones.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>The model is being read</source>
      <translation>Lecture du modèle en cours</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model is newer than this runtime: it has {what} {found}, ONNX Runtime {runtime} reads up to {known}. Update the backend, or export the model with {what} {known} or lower.</source>
      <translation>Le modèle est plus récent que ce moteur : il a {what} {found}, ONNX Runtime {runtime} lit jusqu’à {known}. Mettez à jour le moteur de calcul, ou exportez le modèle avec {what} {known} ou moins.</translation>
    </message>
    <message>
      <location filename="../processing/inference/run.py"></location>
      <source>The model is not the one the run used: give that one.</source>
      <translation>Le modèle n’est pas celui que le traitement avait utilisé : donnez celui-là.</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model is not valid ONNX: {reason} Export it again, and check it with onnx.checker.</source>
      <translation>Le modèle n’est pas un ONNX valide : {reason} Exportez-le de nouveau et vérifiez-le par onnx.checker.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The model is of the kind “{kind}”: run it with “{title}” ({job}).</source>
      <translation>Le modèle est du genre « {kind} » : appliquez-le avec « {title} » ({job}).</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>The model keeps its weights in a file beside it: save its card beside it too.</source>
      <translation>Le modèle garde ses poids dans un fichier voisin : enregistrez aussi sa fiche à côté de lui.</translation>
    </message>
    <message>
      <location filename="../processing/models/writing.py"></location>
      <source>The model keeps its weights in a file beside it: write the copy in the same folder.</source>
      <translation>Le modèle garde ses poids dans un fichier à côté de lui : écrivez la copie dans le même dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model keeps its weights in “{file}”, which is missing in {folder}: copy it there.</source>
      <translation>Le modèle garde ses poids dans « {file} », qui manque dans {folder} : copiez-le à cet endroit.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/belonging.py"></location>
      <source>The model keeps weights in {name}, which the index does not offer with a hash.</source>
      <translation>Le modèle garde des poids dans {name}, que l’index ne propose pas avec une empreinte.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/run.py"></location>
      <source>The model lists at most {most} objects for a tile and did so: it may have seen more. Smaller tiles (TILE) hold fewer objects; another export of the model may list more.</source>
      <translation>Le modèle énumère au plus {most} objets par tuile, et il l’a fait : il en a peut-être vu davantage. De plus petites tuiles (TILE) contiennent moins d’objets ; un autre export du modèle en énumère peut-être plus.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The model of that run.</source>
      <translation>Le modèle de ce traitement.</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>The model reads a series (“{name}”), and nothing says of which date these images are: {lacking}. Give each its date (as in image.tif|date=2024-06-30, or in the layer's temporal properties), or one date in its name.</source>
      <translation>Le modèle lit une série (« {name} »), et rien ne dit de quelle date sont ces images : {lacking}. Donnez à chacune sa date (comme image.tif|date=2024-06-30, ou dans les propriétés temporelles de la couche), ou une seule date dans son nom.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The model reads bands computed from others ({names}): compute them first, as bands of a raster.</source>
      <translation>Le modèle lit des bandes calculées à partir d’autres ({names}) : calculez-les d’abord, comme bandes d’un raster.</translation>
    </message>
    <message>
      <location filename="../processing/inference/views.py"></location>
      <source>The model reads pixels one by one: flips and shifts change nothing. Leave AUGMENTATION out.</source>
      <translation>Le modèle lit les pixels un par un : retourner ou décaler ne change rien. Laissez AUGMENTATION de côté.</translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>The model reads the bands {wanted}; {missing} is not among those of the image: {available}. Say which to take, in the model's order, as in BANDS=B4,B3,B2 or BANDS=3,2,1.</source>
      <translation>Le modèle lit les bandes {wanted} ; {missing} n’est pas parmi celles de l’image : {available}. Indiquez lesquelles prendre, dans l’ordre du modèle, par exemple BANDS=B4,B3,B2 ou BANDS=3,2,1.</translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>The model reads tiles of {fixed} pixels only, {asked} are asked for: leave TILE out.</source>
      <translation>Le modèle ne lit que des tuiles de {fixed} pixels, et {asked} sont demandés : omettez TILE.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The model reads tiles of {rows} × {columns} pixels; Relevé cuts square ones.</source>
      <translation>Le modèle lit des tuiles de {rows} × {columns} pixels ; Relevé en découpe de carrées.</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>The model runs, and its card says all that is needed.</source>
      <translation>Le modèle s’exécute, et sa fiche dit tout ce qu’il faut.</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>The model runs. Its card does not say everything: {missing} must be stated for a run.</source>
      <translation>Le modèle s’exécute. Sa fiche ne dit pas tout ; il faudra préciser pour l’appliquer : {missing}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>The model turns {entering} pixels into {leaving}: how many leave for one that enters is not clear. Let its card say it (“releve:zoom”, such as 2 or 1/16).</source>
      <translation>Le modèle fait de {entering} pixels {leaving} : combien sortent pour un qui entre n’est pas clair. Que sa fiche le dise (« releve:zoom », comme 2 ou 1/16).</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model uses custom operators ({operators}), which Relevé does not run: export it with standard ONNX operators.</source>
      <translation>Le modèle utilise des opérateurs particuliers ({operators}), que Relevé n’exécute pas : exportez-le avec les opérateurs ONNX standard.</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model uses the operator “{operator}” (opset {opset}), which ONNX Runtime {runtime} does not have: export the model with standard operators, or update the backend.</source>
      <translation>Le modèle utilise l’opérateur « {operator} » (opset {opset}), absent d’ONNX Runtime {runtime} : exportez le modèle avec les opérateurs standard, ou mettez à jour le moteur de calcul.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>The model {path} cannot be opened: {reason}</source>
      <translation>Le modèle {path} ne peut pas être ouvert : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The model's card says that it works at {said:g} m, and {given:g} m is stated (GSD): the card is overruled.</source>
      <translation>La fiche du modèle indique une résolution de {said:g} m, et vous indiquez {given:g} m (GSD) : votre valeur l’emporte sur la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>The model's card scales values by {said}, and {given} is stated (SCALING): the card is overruled.</source>
      <translation>La fiche du modèle met les valeurs à l’échelle par {said}, et vous indiquez {given} (SCALING) : votre choix l’emporte sur la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>The model's input “{name}” needs images of at least {needed} of {count} dates (“{match}”: {at}); those given are of {found}: add those that are missing.</source>
      <translation>L’entrée « {name} » du modèle demande des images d’au moins {needed} dates sur {count} (« {match} » : {at}) ; celles données sont du {found} : ajoutez celles qui manquent.</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>The model's input “{name}” needs {needed} dates, and images of {count} are given ({found}): give as many.</source>
      <translation>L’entrée « {name} » du modèle demande {needed} dates, et les images données en ont {count} ({found}) : donnez-en autant.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>The model's input “{name}” reads {count} bands ({names}), and {found} bands without names are in the further images: give the rasters that hold them (FURTHER), with their bands named.</source>
      <translation>L’entrée « {name} » du modèle lit {count} bandes ({names}), et les images supplémentaires ont {found} bandes sans nom : donnez les rasters qui les contiennent (FURTHER), bandes nommées.</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>The model's input “{name}” reads {names}: give the rasters that hold it as well (FURTHER), with bands of these names. {reason}</source>
      <translation>L’entrée « {name} » du modèle lit {names} : donnez aussi les rasters qui les contiennent (FURTHER), avec des bandes de ces noms. {reason}</translation>
    </message>
    <message>
      <location filename="../processing/models/deepness.py"></location>
      <source>The model's metadata say {key} = {value!r}, a number is needed: correct the metadata.</source>
      <translation>Les métadonnées du modèle disent {key} = {value!r} ; il faut un nombre : corrigez les métadonnées.</translation>
    </message>
    <message>
      <location filename="../processing/models/graphs.py"></location>
      <source>The model's opset {found} is too old to be changed: export it with opset {needed} or newer.</source>
      <translation>L’opset {found} du modèle est trop ancien pour être modifié : exportez-le avec l’opset {needed} ou plus récent.</translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The model's output “{name}” has the shape {shape}; its card says {order}: correct the card.</source>
      <translation>La sortie « {name} » du modèle a la forme {shape} ; sa fiche dit {order} : corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/tiling.py"></location>
      <source>The model's outputs are of several sizes: {names}. Say which to use (HEAD).</source>
      <translation>Les sorties du modèle sont de plusieurs tailles : {names}. Dites laquelle utiliser (HEAD).</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The model's weights cannot be read: {reason}</source>
      <translation>Les poids du modèle ne peuvent pas être lus : {reason}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The models that come with Relevé, those in the user's own folder, and those for all users of this computer.</source>
      <translation>Les modèles livrés avec Relevé, ceux du dossier de l’utilisateur et ceux de tous les utilisateurs de cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The most important of it, a line for each model.</source>
      <translation>L’essentiel, une ligne par modèle.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The name of {source} is not known to the network: is this computer connected, and is a proxy needed?</source>
      <translation>Le réseau ne connaît pas le nom de {source} : cet ordinateur est-il connecté, et faut-il un serveur mandataire ?</translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The number of channels of the model's output “{name}” is not known: describe it in a card.</source>
      <translation>Le nombre de canaux de la sortie « {name} » du modèle n’est pas connu : décrivez-la dans une fiche.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/panel.py"></location>
      <source>The numbers of the points stay and are read in the new CRS.</source>
      <translation>Les nombres des points restent et se lisent dans le nouveau SCR.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The others are done and the report is written either way.</source>
      <translation>Les autres sont faites et le rapport est écrit dans les deux cas.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The others are done and the summary is written either way.</source>
      <translation>Dans les deux cas, les autres sont traitées et le bilan est écrit.</translation>
    </message>
    <message>
      <location filename="../processing/models/completing.py"></location>
      <source>The output “{name}” ends without softmax: its values are taken as scores of exclusive classes.</source>
      <translation>La sortie « {name} » se termine sans softmax : ses valeurs sont prises pour les scores de classes exclusives.</translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>The output “{name}” gives {channels} channels and the card names {classes} classes: correct the card.</source>
      <translation>La sortie « {name} » donne {channels} canaux et la fiche nomme {classes} classes : corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/runnable.py"></location>
      <source>The output “{name}” has the shape {shape}: one answer for a whole tile, not one for each pixel. If it gives a class for a scene, say so (TASK=scene-classification, or the task in its card).</source>
      <translation>La sortie « {name} » est de forme {shape} : une réponse pour toute une tuile, non pour chaque pixel. Si elle donne la classe d’une scène, dites-le (TASK=scene-classification, ou la tâche dans sa fiche).</translation>
    </message>
    <message>
      <location filename="../processing/models/detection_heads.py"></location>
      <source>The outputs of the model ({shapes}) are a detection head of unknown layout. Known are: {known}. Export the model in one of these.</source>
      <translation>Les sorties du modèle ({shapes}) sont une tête de détection de disposition inconnue. Sont connues : {known}. Exportez le modèle dans l’une d’elles.</translation>
    </message>
    <message>
      <location filename="../processing/models/detection_heads.py"></location>
      <source>The outputs of the model ({shapes}) are not those of “{layout}”.</source>
      <translation>Les sorties du modèle ({shapes}) ne sont pas celles de « {layout} ».</translation>
    </message>
    <message>
      <location filename="../processing/models/detection_heads.py"></location>
      <source>The outputs of the model ({shapes}) fit several kinds of detector: say which it is (LAYOUT): {fitting}.</source>
      <translation>Les sorties du modèle ({shapes}) conviennent à plusieurs types de détecteur ; dites lequel (LAYOUT) : {fitting}.</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>The packages of Relevé's backend ({folder}) are not those this version asks for: {how}</source>
      <translation>Les paquets du moteur de calcul de Relevé ({folder}) ne sont pas ceux que demande cette version : {how}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>The packages were installed, but do not work on this computer:
{words}</source>
      <translation>Les paquets ont été installés, mais ne fonctionnent pas sur cet ordinateur :
{words}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The part of the sheet that counts, in its pixels or on the ground. The fit must not fold over in it; without it, not between the points. Needs the image of the sheet.</source>
      <translation>La partie de la feuille qui compte, dans ses pixels ou au sol. Le calage ne doit pas s’y replier ; sans masque, pas entre les points. Demande l’image de la feuille.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/picture.py"></location>
      <source>The picture cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation>L’image ne peut pas être écrite dans {path} : {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>The picture cannot be written: {reason}</source>
      <translation>L’image ne peut pas être écrite : {reason}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The pixels that are most alike.</source>
      <translation>Les pixels les plus semblables.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/verdict.py"></location>
      <source>The places found lie in {found} of 9 parts of the sheet, {needed} are needed: what lies beyond them is a guess, and a title, a frame or a legend that both share pairs as well.</source>
      <translation>Les lieux trouvés se tiennent dans {found} des 9 parties de la feuille, il en faut {needed} : ce qui est au-delà est une conjecture, et un titre, un cadre ou une légende communs s’apparient aussi.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/units.py"></location>
      <source>The points (near {x:.6g}, {y:.6g}) lie where {crs} is not defined. Assume another CRS.</source>
      <translation>Les points (vers {x:.6g}, {y:.6g}) sont là où {crs} n’est pas défini. Supposez un autre système de coordonnées.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/solving.py"></location>
      <source>The points and ties do not hold the sheets in place: add control points, or ties between sheets that hang on others by one tie alone.</source>
      <translation>Les points et les liaisons ne tiennent pas les feuilles en place : ajoutez des points de calage, ou des liaisons entre les feuilles qui ne tiennent aux autres que par une seule.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/lattices.py"></location>
      <source>The points are no graticule with a complete cell: grid cells need points on the crossings of lines that are parallel to the axes of the CRS. Choose another method.</source>
      <translation>Les points ne forment pas de carroyage avec une maille complète : les mailles demandent des points aux croisements de lignes parallèles aux axes du système de coordonnées. Choisissez une autre méthode.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/run.py"></location>
      <source>The points bear the name of {theirs} beside them, not that of {name}: are they its points?</source>
      <translation>Les points portent le nom de {theirs}, à côté d’eux, et non celui de {name} : sont-ce bien les siens ?</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/units.py"></location>
      <source>The points have no CRS. Name the one to assume.</source>
      <translation>Les points n’ont pas de système de coordonnées. Indiquez celui à supposer.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/places.py"></location>
      <source>The points lie on both sides of the 180th meridian, where degrees jump. Bring them into a projected CRS of the place first (oldmaps.points, with “target_crs”).</source>
      <translation>Les points se trouvent de part et d’autre du 180e méridien, où les degrés sautent. Convertissez-les d’abord dans un SCR projeté du lieu (oldmaps.points, avec « target_crs »).</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sets.py"></location>
      <source>The points of {pairs} lie on one ground. Sheets of one atlas cover each other by a margin alone: check the coordinates of both, unless one is an inset, a title or an overview.</source>
      <translation>Les points de {pairs} sont sur le même terrain. Les feuilles d’un atlas ne se recouvrent que par une marge : vérifiez les coordonnées des deux, sauf si l’une est un carton, un titre ou un plan d’assemblage.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/soundness.py"></location>
      <source>The points show the sheet in a mirror: x and y are swapped, or the rows were counted upwards. Swap the columns, or name the format that the points come in.</source>
      <translation>Les points montrent la feuille dans un miroir : x et y sont échangés, ou les lignes ont été comptées vers le haut. Échangez les colonnes, ou indiquez le format des points.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>The points were placed on an image of {before} pixels, this one has {now}: choose that image, or start afresh.</source>
      <translation>Les points ont été placés sur une image de {before} pixels, celle-ci en a {now} : choisissez cette autre image, ou repartez de zéro.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/run.py"></location>
      <source>The points were set on an image of {theirs_width} × {theirs_height} pixels, and {name} has {width} × {height}: is it the same scan?</source>
      <translation>Les points ont été posés sur une image de {theirs_width} × {theirs_height} pixels, et {name} en a {width} × {height} : est-ce le même scan ?</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>The polygons leave the edges of the pixels: how much of its area each class gained or lost.</source>
      <translation>Les polygones quittent les bords des pixels : la part de sa surface que chaque classe a gagnée ou perdue.</translation>
    </message>
    <message>
      <location filename="../processing/inference/previews/preview.py"></location>
      <source>The preview sees each tile once; a run takes the mean of several views (AUGMENTATION).</source>
      <translation>L’aperçu voit chaque tuile une seule fois ; un traitement fait la moyenne de plusieurs vues (AUGMENTATION).</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The proxy asks for a user and a password (407), and was given none or wrong ones: set them, or an authentication configuration, under Settings ▸ Options ▸ Network of QGIS</source>
      <translation>Le serveur mandataire demande un utilisateur et un mot de passe (407), et n’en a pas reçu ou de faux : réglez-les, ou une configuration d’authentification, sous Préférences ▸ Options ▸ Réseau de QGIS</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The proxy asks for a user and a password (407): give them in the settings of the proxy.</source>
      <translation>Le proxy demande un utilisateur et un mot de passe (407) : donnez-les dans les réglages du proxy.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The proxy cannot be reached or refuses {host}.</source>
      <translation>Le proxy est injoignable ou refuse {host}.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The proxy cannot be reached: correct it under Settings ▸ Options ▸ Network of QGIS, or in the system's settings</source>
      <translation>Le serveur mandataire ne répond pas : corrigez-le sous Préférences ▸ Options ▸ Réseau de QGIS, ou dans les réglages du système</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The proxy is of the kind SOCKS, which pip cannot use: set an HTTP proxy under Settings ▸ Options ▸ Network of QGIS, or install from a folder of wheels</source>
      <translation>Le serveur mandataire est de type SOCKS, que pip ne sait pas utiliser : réglez un mandataire HTTP sous Préférences ▸ Options ▸ Réseau de QGIS, ou installez depuis un dossier de paquets</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygonize_job.py"></location>
      <source>The raster has no coordinate reference system: polygons are in units of its grid, and their areas and perimeters are left empty. The field “pixels” tells their size.</source>
      <translation>Le raster n’a pas de système de coordonnées : les polygones sont dans les unités de sa grille, et leurs surfaces et périmètres restent vides. Le champ « pixels » donne leur taille.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The raster of strata ({name}) has no coordinate reference system: assign the right one.</source>
      <translation>Le raster des strates ({name}) n’a pas de système de coordonnées : attribuez-lui le bon.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The recommended one by default.</source>
      <translation>Celle qui est recommandée, par défaut.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The rectangle that the map shows.</source>
      <translation>Le rectangle que montre la carte.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/remarks.py"></location>
      <source>The reference has polygons, and all pixels inside one count. They are not independent of each other, so that intervals come from drawing whole polygons again; large polygons weigh more than small ones.</source>
      <translation>La référence a des polygones, dont tous les pixels comptent. Ces pixels ne sont pas indépendants les uns des autres ; les intervalles viennent donc d’un nouveau tirage de polygones entiers, et les grands polygones pèsent plus que les petits.</translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>The report cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation>Le rapport ne peut pas être écrit dans {path} : {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/hub.py"></location>
      <source>The repository gives no hash of the model's file.</source>
      <translation>Le dépôt ne donne pas d’empreinte du fichier du modèle.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>The repository has no branch, tag or commit of that name: {place} ({status}).</source>
      <translation>Le dépôt n’a ni branche, ni étiquette, ni commit de ce nom : {place} ({status}).</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>The resolution of “{name}” is not possible.</source>
      <translation>La résolution de « {name} » n’est pas possible.</translation>
    </message>
    <message>
      <location filename="../processing/inference/run.py"></location>
      <source>The result holds no value: no pixel of the area has all that the model needs. Check the nodata values of the rasters (NODATA, NODATA_RULE), and the area.</source>
      <translation>Le résultat ne contient aucune valeur : aucun pixel de la zone n’a tout ce qu’il faut au modèle. Vérifiez les valeurs nodata des rasters (NODATA, NODATA_RULE) et la zone.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/images.py"></location>
      <source>The results would lie among the images in {folder}: choose another folder for them.</source>
      <translation>Les résultats se trouveraient parmi les images de {folder} : choisissez-leur un autre dossier.</translation>
    </message>
    <message>
      <location filename="../processing/inference/inputs.py"></location>
      <source>The run read {before}, given are {now}: give what it read, in its order.</source>
      <translation>Le traitement avait lu {before}, et {now} sont donnés : donnez ce qu’il avait lu, dans le même ordre.</translation>
    </message>
    <message>
      <location filename="../plugin/history/recall.py"></location>
      <source>The run used a password or a token, which was not kept: repeat it by the form</source>
      <translation>L’exécution utilisait un mot de passe ou un jeton, qui n’a pas été gardé : répétez-la par le formulaire</translation>
    </message>
    <message>
      <location filename="../processing/inference/repeat.py"></location>
      <source>The run used several inputs called {name}: say where each lies ({parameter}), in order.</source>
      <translation>Le traitement avait utilisé plusieurs entrées nommées {name} : indiquez où se trouve chacune ({parameter}), dans l’ordre.</translation>
    </message>
    <message>
      <location filename="../processing/inference/repeat.py"></location>
      <source>The run used {name}, which is not in {folder}: say where it lies.</source>
      <translation>Le traitement utilisait {name}, qui n’est pas dans {folder} : indiquez où il se trouve.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The same for programs.</source>
      <translation>La même chose pour les programmes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The same in metres on the ground.</source>
      <translation>La même, en mètres au sol.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The same in pixels, for a raster without coordinate reference system for instance.</source>
      <translation>La même limite en pixels, par exemple pour un raster sans système de coordonnées.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The same seed gives the same intervals.</source>
      <translation>La même graine donne les mêmes intervalles.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>The sample as it is</source>
      <translation>L’échantillon tel quel</translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>The scores {scores} and the classes {classes} are not on the same grid: {found} pixels from {found_origin}, {needed} pixels from {needed_origin} are needed. Bring the scores onto the grid of the classes, with “gdalwarp” for instance.</source>
      <translation>Les scores {scores} et les classes {classes} ne sont pas sur la même grille : {found} pixels à partir de {found_origin}, alors qu’il faut {needed} pixels à partir de {needed_origin}. Ramenez les scores sur la grille des classes, par exemple avec « gdalwarp ».</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/outcome.py"></location>
      <source>The seams are closer at the nodes that were used, from {before:.2f} m to {after:.2f} m, but not at nodes left out, from {held_before:.2f} m to {held_after:.2f} m: nothing shows that the sheets meet better between the nodes.</source>
      <translation>Les raccords se resserrent aux nœuds qui ont servi, de {before:.2f} m à {after:.2f} m, mais pas aux nœuds laissés de côté, de {held_before:.2f} m à {held_after:.2f} m : rien ne montre que les feuilles se raccordent mieux entre les nœuds.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The search ends after as many.</source>
      <translation>La recherche s’arrête après ce nombre.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/verdict.py"></location>
      <source>The sheet fits elsewhere on the reference nearly as well, as a bare graticule or another pattern that repeats does: give the approximate extent, or place it by hand.</source>
      <translation>La feuille va presque aussi bien ailleurs sur la référence, comme le fait un carroyage nu ou un autre motif qui se répète : donnez l’emprise approximative, ou calez-la à la main.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The sheet is divided into so many parts each way; in each, one tile is looked at, and at most one point given.</source>
      <translation>La feuille est divisée en autant de parties dans chaque sens ; dans chacune, une tuile est regardée et un point au plus est donné.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>The sheet on the left, the reference on the right, with the places found on both.</source>
      <translation>La feuille à gauche, la référence à droite, avec les lieux trouvés sur les deux.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>The sheet without it (m)</source>
      <translation>La feuille sans lui (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/verdict.py"></location>
      <source>The sheet would be {percent:.0f} % longer one way than the other: paper does not shrink so much.</source>
      <translation>La feuille serait {percent:.0f} % plus longue dans un sens que dans l’autre : le papier ne rétrécit pas autant.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>The sheet, and lines from its points to where it puts each when the others alone decide, {factor} times as long as the errors. Suspects stand out.</source>
      <translation>La feuille, et des traits de ses points vers l’endroit où elle met chacun quand les autres décident seuls, {factor} fois plus longs que les erreurs. Les suspects sont mis en évidence.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The sheet, small, with lines and nodes: a disc was measured, a ring is weak, a cross predicted.</source>
      <translation>La feuille en petit, avec les lignes et les nœuds : un disque est mesuré, un anneau est faible, une croix est prédite.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>The sheets are in {count} reference systems ({told}): bring their points into one, or say which one to assume for all.</source>
      <translation>Les feuilles sont dans {count} systèmes de référence ({told}) : ramenez leurs points à un seul, ou indiquez celui à supposer pour toutes.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>The sheets have values of {found}: a mosaic needs uint8 alone, or uint16 alone.</source>
      <translation>Les feuilles ont des valeurs {found} : une mosaïque demande uint8 seul, ou uint16 seul.</translation>
    </message>
    <message>
      <location filename="../processing/inference/run.py"></location>
      <source>The software or the model's card is not that of the first run: results may differ.</source>
      <translation>Le logiciel ou la fiche du modèle n’est pas celui du premier traitement : les résultats peuvent différer.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The strata are given twice, as a raster and as a field: give one of them.</source>
      <translation>Les strates sont données deux fois, par un raster et par un champ : n’en donnez qu’un.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>The strata of the reference have no area: give a number above 0 in “stratum_areas”.</source>
      <translation>Les strates de la référence n’ont pas de superficie : donnez un nombre supérieur à 0 dans « stratum_areas ».</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>The system does not let Relevé write or start programs below {folder}: choose another folder in the options of Relevé</source>
      <translation>Le système ne laisse pas Relevé écrire ou lancer des programmes sous {folder} : choisissez un autre dossier dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../processing/reports/data.py"></location>
      <source>The table cannot be written to {path}: {reason}. Choose another folder.</source>
      <translation>Le tableau ne peut pas être écrit dans {path} : {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>The transfer of {name} was cut: try again.</source>
      <translation>Le transfert de {name} a été coupé : réessayez.</translation>
    </message>
    <message>
      <location filename="../processing/inference/setup.py"></location>
      <source>The uncertainty is how far views of a tile disagree: ask for some (AUGMENTATION), or leave the output out. Confidence, margin and entropy need none.</source>
      <translation>L’incertitude dit combien les vues d’une tuile divergent : demandez-en (AUGMENTATION), ou laissez cette sortie de côté. Confiance, marge et entropie n’en ont pas besoin.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>The usual folders too</source>
      <translation>Les dossiers habituels aussi</translation>
    </message>
    <message>
      <location filename="../processing/inference/previews/coarse.py"></location>
      <source>The view is too wide for a preview of a model with several inputs: zoom in.</source>
      <translation>La vue est trop large pour l’aperçu d’un modèle à plusieurs entrées : zoomez.</translation>
    </message>
    <message>
      <location filename="../processing/inference/previews/coarse.py"></location>
      <source>The view is too wide for a preview: the image has no overviews. Zoom in, or build them (Raster ▸ Miscellaneous ▸ Build Overviews).</source>
      <translation>La vue est trop large pour un aperçu : l’image n’a pas d’aperçus pyramidaux. Zoomez, ou construisez-les (Raster ▸ Divers ▸ Construire les aperçus).</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>The weights in “{file}” are cut short ({size} of at least {end} bytes): copy them again.</source>
      <translation>Les poids de « {file} » sont tronqués ({size} octets sur au moins {end}) : copiez-les de nouveau.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>The whole sheet (Ctrl+0)</source>
      <translation>Toute la feuille (Ctrl+0)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/job.py"></location>
      <source>The work was cancelled.</source>
      <translation>Le travail a été annulé.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/job.py"></location>
      <source>The work was cancelled; nothing was written.</source>
      <translation>Le traitement a été annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/ghost.py"></location>
      <source>There are no points yet: click a place on the sheet and on the map.</source>
      <translation>Il n’y a pas encore de points : cliquez un lieu sur la feuille et sur la carte.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>There are points beside the sheet: {file}</source>
      <translation>Il y a des points à côté de la feuille : {file}</translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>There is no band “{name}”; there are: {available}.</source>
      <translation>Il n’y a pas de bande « {name} » ; il y a : {available}.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>There is no file to fetch.</source>
      <translation>Il n’y a pas de fichier à récupérer.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>There is no model at {path}: check its name and folder.</source>
      <translation>Il n’y a pas de modèle à l’emplacement {path} : vérifiez son nom et son dossier.</translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>There is no raster at {path}: check its name and folder.</source>
      <translation>Il n’y a pas de raster à {path} : vérifiez son nom et son dossier.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>There is no repository at {place}, or it is private: check its name, or give a token ({status}).</source>
      <translation>Il n’y a pas de dépôt à {place}, ou il est privé : vérifiez son nom, ou donnez un jeton ({status}).</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>There is no sheet {names} in the set, which has {known}.</source>
      <translation>Il n’y a pas de feuille {names} dans l’ensemble, qui contient {known}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>There is no sheet {names} in the set: the fixed sheets must be among {known}.</source>
      <translation>Il n’y a pas de feuille {names} dans l’ensemble : les feuilles fixes doivent être parmi {known}.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>There is no variant {variant} for Python {python} on {platform}; this computer can have: {variants}</source>
      <translation>Il n’y a pas de variante {variant} pour Python {python} sous {platform} ; cet ordinateur peut avoir : {variants}</translation>
    </message>
    <message>
      <location filename="../processing/inference/inferring.py"></location>
      <source>There is not enough memory to run the model on a single tile of {tile} × {tile} pixels: choose smaller tiles (TILE), close other programs, or use a computer with more memory.</source>
      <translation>La mémoire ne suffit pas pour appliquer le modèle à une seule tuile de {tile} × {tile} pixels : choisissez des tuiles plus petites (TILE), fermez d’autres programmes, ou prenez un ordinateur mieux pourvu.</translation>
    </message>
    <message>
      <location filename="../processing/models/failures.py"></location>
      <source>There is not enough memory to run the model on this many tiles: use a smaller batch or tile.</source>
      <translation>La mémoire ne suffit pas pour appliquer le modèle à autant de tuiles : prenez un lot ou une tuile plus petits.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>There is nothing at {place} ({status}): check the address.</source>
      <translation>Il n’y a rien à {place} ({status}) : vérifiez l’adresse.</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>These are all objects whose score reaches the least one. Some are none, and others were missed: review them before you count on them.</source>
      <translation>Ce sont tous les objets dont le score atteint le minimum. Certains n’en sont pas, d’autres ont été manqués : relisez-les avant de compter dessus.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>These areas count pixels. A map has errors: areas with intervals need reference data (assessment.map).</source>
      <translation>Ces surfaces comptent des pixels. Une carte contient des erreurs : des surfaces avec leurs intervalles demandent des données de référence (assessment.map).</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>These figures hold only if the reference is a probability sample, its places drawn at random, and no part of the data that the model was trained on.</source>
      <translation>Ces chiffres ne valent que si la référence est un échantillon probabiliste, dont les lieux ont été tirés au hasard, et si elle ne fait pas partie des données sur lesquelles le modèle a été entraîné.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/typed_point.py"></location>
      <source>These x and y have no place in the CRS of the points: check their order and CRS.</source>
      <translation>Ces x et y n’ont pas de place dans le SCR des points : vérifiez leur ordre et leur SCR.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>They contradict the others, and were weighted down. Look at them first.</source>
      <translation>Ils contredisent les autres, et leur poids a été réduit. Regardez-les en premier.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>They fit {crs}: assume it with “crs={name}” if that is right.</source>
      <translation>Elles conviennent à {crs} : supposez ce système avec « crs={name} » si c’est le bon.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>They hold if the places of the reference were drawn at random, in each stratum or over the whole area, and were not used to make the map. Places chosen by hand, or those a model was trained on, give flattering figures.</source>
      <translation>Ils valent si les lieux de la référence ont été tirés au hasard, dans chaque strate ou sur toute la zone, et n’ont pas servi à faire la carte. Des lieux choisis à la main, ou ceux sur lesquels un modèle a été entraîné, donnent des chiffres flatteurs.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Thin-plate spline</source>
      <translation>Spline de plaque mince</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>This model came with Relevé, and its next update puts the old card back: to keep changes, copy the model to a folder of your own.</source>
      <translation>Ce modèle est livré avec Relevé, dont la prochaine mise à jour remettra l’ancienne fiche : pour garder vos changements, copiez le modèle dans un dossier à vous.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/linking.py"></location>
      <source>This place has no coordinates in the CRS of the points.</source>
      <translation>Ce lieu n’a pas de coordonnées dans le SCR des points.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/placing.py"></location>
      <source>This place of the map has no coordinates in the CRS of the points.</source>
      <translation>Cet endroit de la carte n’a pas de coordonnées dans le SCR des points.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>This version of Relevé has no algorithm for the task “{task}”.</source>
      <translation>Cette version de Relevé n’a pas d’algorithme pour la tâche « {task} ».</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Those of that run, if it had some.</source>
      <translation>Celles de ce traitement, s’il en avait.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Those that failed come first, then those that err most without a point. Errors are those of each point under the fit to all others: a spline errs between its points all the same.</source>
      <translation>Celles qui ont échoué viennent d’abord, puis celles dont l’erreur avec un point de moins est la plus grande. Les erreurs sont celles de chaque point sous le calage sur tous les autres : une spline se trompe tout de même entre ses points.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Ties</source>
      <translation>Liaisons</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Tile</source>
      <translation>Tuile</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Tile tried</source>
      <translation>Tuile essayée</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Tiles at once</source>
      <translation>Tuiles à la fois</translation>
    </message>
    <message>
      <location filename="../processing/raster/tiles.py"></location>
      <source>Tiles of {tile} pixels cannot be blended over {overlap}: take at most half a tile.</source>
      <translation>Des tuiles de {tile} pixels ne peuvent pas être fondues sur {overlap} : prenez au plus une demi-tuile.</translation>
    </message>
    <message>
      <location filename="../processing/raster/tiles.py"></location>
      <source>Tiles of {tile} pixels with a margin of {margin} are no multiple of {unit}, as this model wants: choose TILE and OVERLAP so.</source>
      <translation>Des tuiles de {tile} pixels avec une marge de {margin} ne sont pas des multiples de {unit}, comme ce modèle le veut : choisissez TILE et OVERLAP en conséquence.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tiles, seconds, bytes of memory and of each output.</source>
      <translation>Tuiles, secondes, octets de mémoire et de chaque sortie.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Time</source>
      <translation>Durée</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Time (s)</source>
      <translation>Durée (s)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Time for a tile</source>
      <translation>Durée d’une tuile</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Times the median</source>
      <translation>Fois la médiane</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/panel.py"></location>
      <source>To be chosen again: {names}</source>
      <translation>À choisir de nouveau : {names}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tolerance in pixels</source>
      <translation>Tolérance en pixels</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tolerance of nodes</source>
      <translation>Tolérance des nœuds</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tolerance of the paper</source>
      <translation>Tolérance du papier</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Tolerance of the polygons</source>
      <translation>Tolérance des polygones</translation>
    </message>
    <message>
      <location filename="../processing/reports/rendering.py"></location>
      <source>Total</source>
      <translation>Total</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>Trying the model</source>
      <translation>Essai du modèle</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>Trying the new environment</source>
      <translation>Essai du nouvel environnement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Turns each patch of one class into a polygon along the edges of its pixels, with its class, area on the ground, perimeter and, where scores are given, their mean and minimum. Areas are exact; corners that touch stay apart. On request boundaries are straightened, smoothed or made rectangular; fields then tell the shape of each polygon and how much its area changed. The polygons carry a field “review” for people to fill in.</source>
      <translation>Transforme chaque tache d’une classe en polygone le long des bords de ses pixels, avec sa classe, sa surface au sol, son périmètre et, si des scores sont donnés, leur moyenne et leur minimum. Les surfaces sont exactes ; les coins qui se touchent restent séparés. Sur demande, les limites sont redressées, lissées ou rendues rectangulaires ; des champs disent alors la forme de chaque polygone et de combien sa surface a changé. Les polygones portent un champ « review » à remplir par les relecteurs.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Two nodes of the graticule, or one and the spacing: about where each is on the image, and exactly where on the ground, as “column,row=x,y; column,row=x,y” with points for decimals: “2277,1678=-2000,1000; 4649,1678=-1000,1000”. Easting or longitude comes first. Without labels the nodes are found and told, and no control points are made.</source>
      <translation>Deux nœuds du carroyage, ou un seul et l’espacement : à peu près où chacun se trouve sur l’image, et exactement où sur le terrain, sous la forme « colonne,ligne=x,y; colonne,ligne=x,y » avec le point décimal : « 2277,1678=-2000,1000; 4649,1678=-1000,1000 ». L’abscisse ou la longitude vient en premier. Sans étiquettes, les nœuds sont trouvés et indiqués, et aucun point de calage n’est créé.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Uncertainty</source>
      <translation>Incertitude</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>Undo: {step} (Ctrl+Z)</source>
      <translation>Annuler : {step} (Ctrl+Z)</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Unit</source>
      <translation>Unité</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Unit vectors in 1 byte a number</source>
      <translation>Vecteurs unitaires, 1 octet par nombre</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Unit vectors in 2 bytes a number</source>
      <translation>Vecteurs unitaires, 2 octets par nombre</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Unit vectors keep the direction, which is all that a similarity looks at; a scale and an offset in the file turn what is stored into -1 to 1.</source>
      <translation>Des vecteurs unitaires gardent la direction, seule chose que regarde une similarité ; une échelle et un décalage dans le fichier ramènent ce qui est stocké entre -1 et 1.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Unknown: the map has no reference system.</source>
      <translation>Inconnues : la carte n’a pas de système de coordonnées.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>Unknown: the raster was cut, resampled or reprojected after the model had made it.</source>
      <translation>Inconnues : le raster a été découpé, rééchantillonné ou reprojeté après que le modèle l’a produit.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/following.py"></location>
      <source>Unpacking {number} packages</source>
      <translation>Déballage de {number} paquets</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>Update</source>
      <translation>Mettre à jour</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Upper sheet</source>
      <translation>Feuille du dessus</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Upwards from the lower left corner</source>
      <translation>Vers le haut depuis le coin inférieur gauche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Upwards from the upper left corner: negative</source>
      <translation>Vers le haut depuis le coin supérieur gauche : négatives</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/table_model.py"></location>
      <source>Use of points</source>
      <translation>Reprise de points</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy</source>
      <translation>Exactitude de l’utilisateur</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy (precision)</source>
      <translation>Exactitude de l’utilisateur (précision)</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>User's accuracy: share of what the map shows as the class that truly is. Producer's accuracy: share of what truly is the class that the map shows.</source>
      <translation>Exactitude de l’utilisateur : part de ce que la carte montre comme la classe et qui l’est vraiment. Exactitude du producteur : part de ce qui est vraiment la classe et que la carte montre.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Value of missing pixels, instead of the image's own.</source>
      <translation>Valeur des pixels manquants, à la place de celle de l’image.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>Values go from {least} to {greatest}: this band holds measures, a map of classes is needed.</source>
      <translation>Les valeurs vont de {least} à {greatest} : cette bande contient des mesures, il faut une carte de classes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Values of the map, or names of its classes.</source>
      <translation>Valeurs de la carte, ou noms de ses classes.</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>Values of the pixels that have one.</source>
      <translation>Valeurs des pixels qui en ont une.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Values separated by commas: “1, 3, 5”. All by default; pixels without data never.</source>
      <translation>Valeurs séparées par des virgules : « 1, 3, 5 ». Toutes par défaut ; jamais les pixels sans données.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Variant of ONNX Runtime; on Windows, there is DirectML too.</source>
      <translation>Variante d’ONNX Runtime ; sous Windows, il y a aussi DirectML.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>Verdict</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>View</source>
      <translation>Vue</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Views of each tile</source>
      <translation>Vues de chaque tuile</translation>
    </message>
    <message>
      <location filename="../processing/console.py"></location>
      <source>Warning: </source>
      <translation>Attention : </translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Warnings</source>
      <translation>Avertissements</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Warp a sheet</source>
      <translation>Redresser une feuille</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Warped sheet</source>
      <translation>Feuille redressée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Warped sheets</source>
      <translation>Feuilles redressées</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Weak nodes</source>
      <translation>Nœuds faibles</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>Weight</source>
      <translation>Poids</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>What a computer like this one may have, whether it is installed or not.</source>
      <translation>Ce qu’un ordinateur comme celui-ci peut avoir, installé ou non.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What a model with several inputs reads besides: terrain, climate, another sensor, each in its own resolution. Every input finds its bands by their names.</source>
      <translation>Ce qu’un modèle à plusieurs entrées lit en plus : relief, climat, autre capteur, chacun à sa résolution. Chaque entrée trouve ses bandes par leurs noms.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What a regression model measures, in its unit.</source>
      <translation>Ce que mesure un modèle de régression, dans son unité.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What applying a model would take</source>
      <translation>Ce que demanderait l’application d’un modèle</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What came of each image, with the share of each class.</source>
      <translation>Le résultat de chaque image, avec la part de chaque classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What came of each sheet, and what to look at first.</source>
      <translation>Ce qu’il est advenu de chaque feuille, et ce qu’il faut regarder d’abord.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What each two sheets share.</source>
      <translation>Ce que deux feuilles ont en commun.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>What each two sheets share; the upper one is shown.</source>
      <translation>Ce que deux feuilles ont en commun ; celle du dessus est montrée.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust_report.py"></location>
      <source>What holds each sheet, and how far it was moved; the largest errors first.</source>
      <translation>Ce qui tient chaque feuille, et de combien elle a été déplacée ; les plus grandes erreurs d’abord.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/bar.py"></location>
      <source>What if without this point? (W)</source>
      <translation>Et sans ce point ? (W)</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What is shown</source>
      <translation>Ce qui est montré</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What is to change, as a JSON object: {"title": "Roofs", "gsd_m": 0.5, "bands": ["red", "nir"], "licence": "CC-BY-4.0"}. Without edits, the answer tells the fields that there are, what they hold and what a run still asks for.</source>
      <translation>Ce qui doit changer, sous forme d’objet JSON : {"title": "Toits", "gsd_m": 0.5, "bands": ["red", "nir"], "licence": "CC-BY-4.0"}. Sans modifications, la réponse dit quels champs existent, ce qu’ils contiennent et ce qu’une exécution demande encore.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>What it holds</source>
      <translation>Ce qu’elle contient</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>What it is</source>
      <translation>Ce qu’il est</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>What it is for, what it was trained on, and where it cannot be trusted.</source>
      <translation>À quoi il sert, sur quoi il a été entraîné, et où il ne faut pas s’y fier.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What layers and report show; by default the recommended one. All methods are compared.</source>
      <translation>Ce que montrent les couches et le rapport ; par défaut la méthode recommandée. Toutes les méthodes sont comparées.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What lies on the ground already and shows the same: a neighbour sheet, another edition, an orthophoto, or a service of tiles or maps, which may be a layer of the project, a description that GDAL reads, or type=xyz&amp;url=https://…/{z}/{x}/{y}.png.</source>
      <translation>Ce qui est déjà calé et montre la même chose : une feuille voisine, une autre édition, une orthophoto ou un service de tuiles ou de cartes, qui peut être une couche du projet, une description que GDAL lit ou type=xyz&amp;url=https://…/{z}/{x}/{y}.png.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>What the check found</source>
      <translation>Résultat de la vérification</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>What the model gives</source>
      <translation>Ce que donne le modèle</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>What the model is called in lists.</source>
      <translation>Le nom du modèle dans les listes.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What the model is, and how the check went.</source>
      <translation>Ce qu’est le modèle, et comment s’est passée la vérification.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What the model's file must have, where it was told apart from the index.</source>
      <translation>Celui que doit avoir le fichier du modèle, quand il est connu par ailleurs que par l’index.</translation>
    </message>
    <message>
      <location filename="../plugin/preview/section.py"></location>
      <source>What the preview shows</source>
      <translation>Ce que montre l’aperçu</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What the sheet shows, such as paris: its points must lie there. Places that you describe in a file of your own count too.</source>
      <translation>Ce que montre la feuille, comme paris : ses points doivent s’y trouver. Les lieux que vous décrivez dans un fichier à vous comptent aussi.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What to make</source>
      <translation>Ce qui est produit</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What turns the model's output into probabilities, where its card does not say so.</source>
      <translation>Ce qui change la sortie du modèle en probabilités, si sa fiche ne le dit pas.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>What turns the model's output into probabilities.</source>
      <translation>Ce qui transforme la sortie du modèle en probabilités.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What was done, with the number of objects of each class.</source>
      <translation>Ce qui a été fait, avec le nombre d’objets de chaque classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What was done, with the share of each class.</source>
      <translation>Ce qui a été fait, avec la part de chaque classe.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>What was done.</source>
      <translation>Ce qui a été fait.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>When a pixel counts as missing, instead of the card's rule.</source>
      <translation>Quand un pixel est tenu pour manquant, à la place de la règle de la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>When a pixel counts as missing.</source>
      <translation>Quand un pixel compte comme manquant.</translation>
    </message>
    <message>
      <location filename="../processing/inference/seams.py"></location>
      <source>When tiles are shifted by half of one, the values of {tiles} of them change by {share:.1%} of their standard deviation: seams may show. Let tiles overlap more than by {overlap} pixels (OVERLAP) or take larger ones (TILE); where the scaling depends on the tile, give the card a fixed one.</source>
      <translation>Quand les tuiles sont décalées d’une demi-tuile, les valeurs de {tiles} d’entre elles changent de {share:.1%} de leur écart type : des coutures peuvent se voir. Faites se recouvrir les tuiles de plus de {overlap} pixels (OVERLAP) ou prenez-en de plus grandes (TILE) ; si la mise à l’échelle dépend de la tuile, donnez-en une fixe dans la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/seams.py"></location>
      <source>When tiles are shifted by half of one, {share:.1%} of the pixels of {tiles} of them get another class: seams may show. Let tiles overlap more than by {overlap} pixels (OVERLAP) or take larger ones (TILE); where the scaling depends on the tile, give the card a fixed one.</source>
      <translation>Quand les tuiles sont décalées d’une demi-tuile, {share:.1%} des pixels de {tiles} d’entre elles changent de classe : des coutures peuvent se voir. Faites se recouvrir les tuiles de plus de {overlap} pixels (OVERLAP) ou prenez-en de plus grandes (TILE) ; si la mise à l’échelle dépend de la tuile, donnez-en une fixe dans la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Where all bands are missing</source>
      <translation>Là où toutes les bandes manquent</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Where any band is missing</source>
      <translation>Là où une bande au moins manque</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Where neither the card nor the graph says so.</source>
      <translation>Si ni la fiche ni le graphe ne le disent.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Where the inputs lie that are not given; by default that of the result.</source>
      <translation>Où se trouvent les entrées qui ne sont pas données ; par défaut, celui du résultat.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Where the model is now.</source>
      <translation>Où se trouve maintenant le modèle.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/linking.py"></location>
      <source>Where the sheet lies is not known yet: add points until they carry a fit.</source>
      <translation>On ne sait pas encore où se trouve la feuille : ajoutez des points jusqu’à ce qu’ils portent un calage.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Where the sheet lies, about. Only this part of the reference is looked at; a service of the world needs it.</source>
      <translation>Où se trouve la feuille, à peu près. Seule cette partie de la référence est regardée ; un service du monde entier en a besoin.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/sketches.py"></location>
      <source>Where the sheets lie, and which of them err most</source>
      <translation>Où se trouvent les feuilles, et lesquelles se trompent le plus</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>Where these figures come from</source>
      <translation>D’où viennent ces chiffres</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>Where to install</source>
      <translation>Où installer</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Whether a model of the same name in the folder goes.</source>
      <translation>Si un modèle du même nom dans le dossier disparaît.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Whether the coordinates fit the reference system</source>
      <translation>Si les coordonnées conviennent au système de référence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Whether the processor may stand in for an execution provider that does not start.</source>
      <translation>Si le processeur peut remplacer un fournisseur d’exécution qui ne démarre pas.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Which bands to take, in the model's order: names (B4,B3,B2) or numbers (3,2,1). Without it they are matched by name.</source>
      <translation>Bandes à prendre, dans l’ordre du modèle : noms (B4,B3,B2) ou numéros (3,2,1). Sans indication, elles sont reconnues à leur nom.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>Which index? Give an address, a path, or owner/name at Hugging Face.</source>
      <translation>Quel catalogue ? Donnez une adresse, un chemin, ou propriétaire/nom chez Hugging Face.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Which model of the index: the name under which a search lists it.</source>
      <translation>Quel modèle de l’index : le nom sous lequel une recherche le liste.</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/fields.py"></location>
      <source>Which of a model's outputs about keypoints it is, where its name does not tell.</source>
      <translation>Laquelle des sorties d’un modèle de points d’intérêt c’est, quand son nom ne le dit pas.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Which of several outputs to use; all without it.</source>
      <translation>Laquelle utiliser s’il y en a plusieurs ; toutes sans indication.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>Why images failed, and what was warned of.</source>
      <translation>Pourquoi des images ont échoué, et les avertissements.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Why it cannot be run</source>
      <translation>Pourquoi il ne peut pas être appliqué</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>Why sheets failed, and what to look at.</source>
      <translation>Pourquoi des feuilles ont échoué, et ce qu’il faut regarder.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Width of the view</source>
      <translation>Largeur de la vue</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/outcome.py"></location>
      <source>With fewer than two ties, and so hardly adjusted: {names}.</source>
      <translation>Avec moins de deux liaisons, et donc à peine compensées : {names}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>With its subfolders</source>
      <translation>Avec ses sous-dossiers</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>Without a cutline, and shown whole: {names}.</source>
      <translation>Sans ligne de découpe, et montrées entières : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Without a point (m)</source>
      <translation>Un point de moins (m)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>Without a point (px)</source>
      <translation>Un point de moins (px)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>Without an image: {names}.</source>
      <translation>Sans image : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>Without control points, and left out: {names}.</source>
      <translation>Sans points de calage, et laissées de côté : {names}.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Without it, classes, or what a regression model measures.</source>
      <translation>Sinon les classes, ou ce que mesure un modèle de régression.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Without it, the one that “Fit a sheet to its control points” recommends: the lowest error without a point.</source>
      <translation>À défaut, celle que recommande « Caler une feuille sur ses points de calage » : la plus faible erreur en validation croisée « un point de moins ».</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/words.py"></location>
      <source>Without point {id}, the leave-one-out error goes from {now} m to {then} m.</source>
      <translation>Sans le point {id}, l’erreur en validation croisée passe de {now} m à {then} m.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>Words</source>
      <translation>Mots</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>Writing the layer {name} for the backend</source>
      <translation>Écriture de la couche {name} pour le moteur de calcul</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/saving.py"></location>
      <source>Written: {file}</source>
      <translation>Écrit : {file}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>X</source>
      <translation>X</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>X of the node</source>
      <translation>X du nœud</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Y</source>
      <translation>Y</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>Y of the node</source>
      <translation>Y du nœud</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO v5 or v7</source>
      <translation>YOLO v5 ou v7</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO v5 or v7 [N, n, 5 + classes]</source>
      <translation>YOLO v5 ou v7 [N, n, 5 + classes]</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO v6</source>
      <translation>YOLO v6</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO v6 [N, n, 5 + classes]</source>
      <translation>YOLO v6 [N, n, 5 + classes]</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO v8 to v12</source>
      <translation>YOLO v8 à v12</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO v8 to v12 [N, 4 + classes, n], or turned</source>
      <translation>YOLO v8 à v12 [N, 4 + classes, n], ou transposé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO with its own suppression of doubles</source>
      <translation>YOLO qui supprime lui-même les doublons</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO with its own suppression of doubles [N, n, 6]</source>
      <translation>YOLO qui supprime lui-même les doublons [N, n, 6]</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO with masks</source>
      <translation>YOLO avec masques</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO with masks [N, 4 + classes + m, n] and [N, m, rows, columns]</source>
      <translation>YOLO avec masques [N, 4 + classes + m, n] et [N, m, lignes, colonnes]</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>YOLO with oriented boxes</source>
      <translation>YOLO à boîtes orientées</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>YOLO with oriented boxes [N, 5 + classes, n]</source>
      <translation>YOLO à boîtes orientées [N, 5 + classes, n]</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>a STAC Item beside the model</source>
      <translation>un Item STAC à côté du modèle</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>a STAC Item inside the model</source>
      <translation>un Item STAC dans le modèle</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/services.py"></location>
      <source>a WMS shows any ground at any size: give the approximate extent of the sheet (extent)</source>
      <translation>un WMS montre n’importe quel terrain à n’importe quelle taille : donnez l’emprise approximative de la feuille (extent)</translation>
    </message>
    <message>
      <location filename="../processing/raster/writing.py"></location>
      <source>a block is missing</source>
      <translation>un bloc manque</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>a description of whole images</source>
      <translation>description d’images entières</translation>
    </message>
    <message>
      <location filename="../processing/raster/places.py"></location>
      <source>a geographic or projected reference system</source>
      <translation>un système de coordonnées géographique ou projeté</translation>
    </message>
    <message>
      <location filename="../processing/worker.py"></location>
      <source>a line is no request: {{"id": …, "request": {{…}}}} or {{"cancel": …}} is needed</source>
      <translation>une ligne n’est pas une requête : il faut {{"id": …, "request": {{…}}}} ou {{"cancel": …}}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/number_columns.py"></location>
      <source>a line of {count} numbers</source>
      <translation>une ligne de {count} nombres</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>a list</source>
      <translation>une liste</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table_annotation.py"></location>
      <source>a list of three corners or more, [column, row] each</source>
      <translation>une liste de trois sommets ou plus, [colonne, ligne] chacun</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>a list of two numbers</source>
      <translation>une liste de deux nombres</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>a map of descriptors</source>
      <translation>une carte de descripteurs</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>a map of scores</source>
      <translation>une carte de scores</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/values.py"></location>
      <source>a name in the list is empty: give each its own</source>
      <translation>un nom de la liste est vide : donnez à chacun le sien</translation>
    </message>
    <message>
      <location filename="../processing/raster/places.py"></location>
      <source>a name of small letters, digits, “-” and “_”</source>
      <translation>un nom fait de minuscules, de chiffres, de « - » et de « _ »</translation>
    </message>
    <message>
      <location filename="../processing/raster/places.py"></location>
      <source>a name that no other system of the place has</source>
      <translation>un nom qu’aucun autre système du lieu ne porte</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>a number</source>
      <translation>un nombre</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/iiif.py"></location>
      <source>a number of pixels</source>
      <translation>un nombre de pixels</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/transforming.py"></location>
      <source>a point has no place in {crs}: choose another reference system</source>
      <translation>un point n’a pas de place en {crs} : choisissez un autre système de référence</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table.py"></location>
      <source>a row of a table</source>
      <translation>une ligne de tableau</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/qgis_points.py"></location>
      <source>a row of {count} values, as many as columns</source>
      <translation>une ligne de {count} valeurs, autant que de colonnes</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/services.py"></location>
      <source>a service of this kind cannot be read ({kind}): take XYZ tiles, a WMS or a WMTS</source>
      <translation>un service de ce genre ne peut être lu ({kind}) : prenez des tuiles XYZ, un WMS ou un WMTS</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>a size that it does not tell</source>
      <translation>une taille qu’elle ne donne pas</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>a text</source>
      <translation>un texte</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>a whole number</source>
      <translation>un nombre entier</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/remaining.py"></location>
      <source>about {count} min left</source>
      <translation>encore {count} min environ</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/remaining.py"></location>
      <source>about {count} s left</source>
      <translation>encore {count} s environ</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/remaining.py"></location>
      <source>about {hours} h {minutes:02d} min left</source>
      <translation>encore {hours} h {minutes:02d} environ</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>accuracy</source>
      <translation>exactitude</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>all that this computer may have, auto for the one that a run would take, or names in order of preference: cuda, tensorrt, directml, coreml, openvino, cpu…</source>
      <translation>all pour tous ceux que cet ordinateur peut avoir, auto pour celui que prendrait une exécution, ou des noms par ordre de préférence : cuda, tensorrt, directml, coreml, openvino, cpu…</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>allow writing in {folder}</source>
      <translation>autorisez l’écriture dans {folder}</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>an image of each month: {days}</source>
      <translation>une image de chaque mois : {days}</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>an object</source>
      <translation>un objet</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>and {count} more</source>
      <translation>et {count} de plus</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>any</source>
      <translation>sans limite</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>area</source>
      <translation>superficie</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>around longitude {longitude:.2f}°, latitude {latitude:.2f}°</source>
      <translation>vers la longitude {longitude:.2f}° et la latitude {latitude:.2f}°</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>as it should be</source>
      <translation>comme il se doit</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>as the card says</source>
      <translation>comme le dit la fiche</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>as they are</source>
      <translation>telles quelles</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/editing.py"></location>
      <source>asked for by a run</source>
      <translation>demandé à l’exécution</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>at point</source>
      <translation>au point</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>atlas</source>
      <translation>atlas</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>auto, or names in order of preference: cuda, tensorrt, directml, coreml, openvino, cpu…</source>
      <translation>auto, ou des noms par ordre de préférence : cuda, tensorrt, directml, coreml, openvino, cpu…</translation>
    </message>
    <message>
      <location filename="../processing/raster/bands.py"></location>
      <source>band {number}</source>
      <translation>bande {number}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>batch</source>
      <translation>lot</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>benchmark</source>
      <translation>mesure de vitesse</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>blended</source>
      <translation>fondus</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>block adjustment</source>
      <translation>compensation en bloc</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>both labelled nodes lie on one line, which does not tell the height and the width of cells that are no squares: label two nodes that differ in column and in row</source>
      <translation>les deux nœuds étiquetés sont sur une même ligne, ce qui ne donne pas à la fois la hauteur et la largeur de mailles qui ne sont pas carrées : étiquetez deux nœuds de colonnes et de lignes différentes</translation>
    </message>
    <message>
      <location filename="../plugin/report_facts.py"></location>
      <source>by reference data on this map</source>
      <translation>d’après des données de référence sur cette carte</translation>
    </message>
    <message>
      <location filename="../plugin/report_facts.py"></location>
      <source>by reference data on this map, weighted by area</source>
      <translation>d’après des données de référence sur cette carte, pondérée par la superficie</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>by the labels, cells are {width:g} wide and {height:g} high on the ground, but {aspect:.3f} times as wide as high on the sheet: check each coordinate</source>
      <translation>d’après les étiquettes, les mailles ont {width:g} de largeur et {height:g} de hauteur sur le terrain, mais elles sont {aspect:.3f} fois plus larges que hautes sur la feuille : vérifiez chaque coordonnée</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>by the labels, one cell to the right is {right_x:g}, {right_y:g} on the ground and one down is {down_x:g}, {down_y:g}; x has to grow to the right and y upwards: are x and y swapped, or is a sign wrong?</source>
      <translation>d’après les étiquettes, une maille vers la droite vaut {right_x:g}, {right_y:g} sur le terrain et une vers le bas {down_x:g}, {down_y:g} ; x doit croître vers la droite et y vers le haut : x et y sont-ils intervertis, ou un signe est-il faux ?</translation>
    </message>
    <message>
      <location filename="../processing/jobs/context.py"></location>
      <source>cancelled</source>
      <translation>annulé</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>cannot run</source>
      <translation>ne peut pas calculer</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>catalogue</source>
      <translation>catalogue</translation>
    </message>
    <message>
      <location filename="../processing/inference/readouts.py"></location>
      <source>class {number}</source>
      <translation>classe {number}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>classes</source>
      <translation>classes</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>classes of pixels</source>
      <translation>classes des pixels</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>classes of whole tiles</source>
      <translation>classes de tuiles entières</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>classification</source>
      <translation>classification</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>confusion matrix</source>
      <translation>matrice de confusion</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>control points</source>
      <translation>points de calage</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/search.py"></location>
      <source>control points need the ground coordinates of two nodes, or of one and the spacing: run without them first, and label nodes of those that are found</source>
      <translation>les points de calage demandent les coordonnées terrain de deux nœuds, ou d’un seul et l’espacement : lancez d’abord le traitement sans eux, puis étiquetez des nœuds parmi ceux trouvés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>conversion</source>
      <translation>conversion</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>cosine</source>
      <translation>cosinus</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>cropped</source>
      <translation>rognés</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>cutline</source>
      <translation>ligne de découpe</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>deep learning</source>
      <translation>apprentissage profond</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>delete points</source>
      <translation>supprimer des points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>detection</source>
      <translation>détection</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>differs by {difference} at most</source>
      <translation>écart de {difference} au plus</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>distortion</source>
      <translation>déformation</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>done</source>
      <translation>traitée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>download</source>
      <translation>téléchargement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>dry run</source>
      <translation>essai à blanc</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>each month</source>
      <translation>chaque mois</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>edit a cell of the table</source>
      <translation>modifier une case du tableau</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>embedding</source>
      <translation>plongement</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>errors as arrows</source>
      <translation>les erreurs en flèches</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>estimate</source>
      <translation>estimation</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>everything</source>
      <translation>tout</translation>
    </message>
    <message>
      <location filename="../plugin/runner/local.py"></location>
      <source>exit status {status}</source>
      <translation>code de sortie {status}</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>failed</source>
      <translation>échec</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>finer images</source>
      <translation>images plus fines</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/filtering.py"></location>
      <source>finer than 1 m</source>
      <translation>plus fine que 1 m</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>fitted</source>
      <translation>calée</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>folder</source>
      <translation>dossier</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>found one labelled node; a second one, or the spacing of the lines on the ground, is needed</source>
      <translation>un seul nœud étiqueté ; il en faut un second, ou l’espacement des lignes sur le terrain</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/writing.py"></location>
      <source>found the extension “{extension}”, one of {known} is needed for control points</source>
      <translation>trouvé l’extension « {extension} », il faut l’une de {known} pour des points de calage</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>found the label “{part}”; “column,row=x,y” is needed, with points for decimals and a semicolon between two labels: “2277,1678=-2000,1000; 4649,1678=-1000,1000”</source>
      <translation>étiquette trouvée : « {part} » ; il faut « colonne,ligne=x,y », avec le point décimal et un point-virgule entre deux étiquettes : « 2277,1678=-2000,1000; 4649,1678=-1000,1000 »</translation>
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
      <translation>trouvé {part!r}, il faut une paire telle que mer=1 ; séparez les paires par des virgules</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>found {path}, a file that ends in {extensions} is needed</source>
      <translation>{path} trouvé, il faut un fichier se terminant par {extensions}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/outlines.py"></location>
      <source>found {text!r}, columns and rows of at least three corners are needed, such as “120,80; 5900,80; 5900,4100”</source>
      <translation>{text!r} reçu, il faut les colonnes et lignes d’au moins trois sommets, comme « 120,80; 5900,80; 5900,4100 »</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>found {value!r} for {key}, an object is needed</source>
      <translation>{value!r} trouvé pour {key}, il faut un objet</translation>
    </message>
    <message>
      <location filename="../processing/assessment/labels.py"></location>
      <source>found {value!r} for {name}, a positive number is needed</source>
      <translation>trouvé {value!r} pour {name}, il faut un nombre positif</translation>
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
      <location filename="../processing/models/editing/values.py"></location>
      <source>found {value!r}, two numbers are needed</source>
      <translation>{value!r} trouvé, il faut deux nombres</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}, xmin,xmax,ymin,ymax [EPSG:code] is needed</source>
      <translation>{value!r} trouvé, il faut xmin,xmax,ymin,ymax [EPSG:code]</translation>
    </message>
    <message>
      <location filename="../processing/jobs/parameters.py"></location>
      <source>found {value!r}: xmin must be less than xmax, and ymin less than ymax</source>
      <translation>{value!r} trouvé : xmin doit être inférieur à xmax, et ymin à ymax</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/datetime.py"></location>
      <source>found {value}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed</source>
      <translation>{value} trouvé, il faut une date telle que 2024-06-30 ou 2024-06-30T12:00:00</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/enum.py"></location>
      <source>found {value}, one of {choices} is needed</source>
      <translation>{value} trouvé, il faut un choix parmi {choices}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/band.py"></location>
      <source>found {value}, the number of a band, from 1, is needed</source>
      <translation>{value} trouvé, il faut le numéro d’une bande, à partir de 1</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/boolean.py"></location>
      <source>found {value}, true or false is needed</source>
      <translation>{value} trouvé, il faut true ou false</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>found {value}, {needed} is needed</source>
      <translation>{value} trouvé, il faut {needed}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/extent.py"></location>
      <source>found {value}, “xmin,xmax,ymin,ymax [EPSG:code]” with xmin &lt; xmax and ymin &lt; ymax is needed</source>
      <translation>{value} trouvé, il faut « xmin,xmax,ymin,ymax [EPSG:code] » avec xmin &lt; xmax et ymin &lt; ymax</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>foundation model</source>
      <translation>modèle de fondation</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/numbers.py"></location>
      <source>from</source>
      <translation>de</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>from the sheet to the map, to the table, and round again</source>
      <translation>de la feuille à la carte, au tableau, et ainsi de suite</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>georeference</source>
      <translation>géoréférencement</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>georeferencing</source>
      <translation>géoréférencement</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>give as many numbers of the one as of the other, none of them empty</source>
      <translation>donnez autant de nombres d’une sorte que de l’autre, sans en laisser de vide</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>give up half a point</source>
      <translation>abandonner la moitié d’un point</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>graticule</source>
      <translation>carroyage</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>grid</source>
      <translation>grille</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>half a point in the middle of sheet or map</source>
      <translation>la moitié d’un point au milieu de la feuille ou de la carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>historical maps</source>
      <translation>cartes historiques</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>how its outputs tell objects</source>
      <translation>comment ses sorties décrivent les objets</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>how sure that is</source>
      <translation>à quel point c’est sûr</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>how values are scaled</source>
      <translation>la mise à l’échelle des valeurs</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>hugging face</source>
      <translation>hugging face</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>images of dates, in their order</source>
      <translation>des images datées, dans leur ordre</translation>
    </message>
    <message>
      <location filename="../processing/models/agreement.py"></location>
      <source>input</source>
      <translation>entrée</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>install the CUDA variant of the backend to use it</source>
      <translation>installez la variante CUDA du moteur pour l’utiliser</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>instance segmentation</source>
      <translation>segmentation d’instances</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>interactive</source>
      <translation>interactif</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>interrupted, since another request of the session had to be killed: send it again</source>
      <translation>interrompu, car une autre requête de la session a dû être arrêtée de force : renvoyez-la</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>is missing: give it a path</source>
      <translation>manque : donnez un chemin</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>is missing: give it a value</source>
      <translation>manque : donnez une valeur</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>is not installed</source>
      <translation>n’est pas installé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>kappa</source>
      <translation>kappa</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>keep one runtime and remove the others: they share their files</source>
      <translation>gardez un seul moteur d’exécution et retirez les autres : ils partagent leurs fichiers</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/summary.py"></location>
      <source>kept</source>
      <translation>conservée</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>keypoints</source>
      <translation>points d’intérêt</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>keypoints of an image</source>
      <translation>points d’intérêt d’une image</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>keypoints of the first image</source>
      <translation>les points d’intérêt de la première image</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>keypoints of the second image</source>
      <translation>les points d’intérêt de la seconde image</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>land cover</source>
      <translation>occupation du sol</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/words.py"></location>
      <source>leave-one-out {metres} m ({pixels} px)</source>
      <translation>un point de moins {metres} m ({pixels} px)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/layout.py"></location>
      <source>legend</source>
      <translation>légende</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>library</source>
      <translation>bibliothèque</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>make that folder writable, or name another with RELEVE_CACHE</source>
      <translation>rendez ce dossier accessible en écriture, ou indiquez-en un autre avec RELEVE_CACHE</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>make the backend again: make backend</source>
      <translation>refaites le moteur : make backend</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>map</source>
      <translation>carte</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>matched</source>
      <translation>apparié</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>matching</source>
      <translation>appariement</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>measured</source>
      <translation>mesuré</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>measures of pixels</source>
      <translation>mesures des pixels</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>merge</source>
      <translation>fusion</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>metadata</source>
      <translation>métadonnées</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>minimum to maximum becomes 0 to 1</source>
      <translation>du minimum au maximum, ramené de 0 à 1</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>model card</source>
      <translation>fiche de modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/colours.py"></location>
      <source>more than 3 ×</source>
      <translation>plus de 3 ×</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>mosaic</source>
      <translation>mosaïque</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>move the chosen point by a pixel; with Shift by 10, with Alt by 0.1</source>
      <translation>déplacent le point choisi d’un pixel ; avec Maj de 10, avec Alt de 0,1</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>ms per tile</source>
      <translation>ms par tuile</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>next suspect point</source>
      <translation>point suspect suivant</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>no destination is given: give a path to one of {names}</source>
      <translation>aucune destination n’est donnée : donnez un chemin à l’une des sorties {names}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/search.py"></location>
      <source>no graticule was found: its lines are missing, too faint, too few, or turned further than the largest rotation; set points by hand, or match the sheet with a reference</source>
      <translation>aucun carroyage n’a été trouvé : ses lignes manquent, sont trop pâles, trop peu nombreuses, ou tournées au-delà de la plus grande rotation ; placez des points à la main, ou appariez la feuille avec une référence</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>no node of the graticule lies near column {col:g}, row {row:g}; the nearest is at {near_col:.0f}, {near_row:.0f}: label one that was found</source>
      <translation>aucun nœud du carroyage près de la colonne {col:g}, ligne {row:g} ; le plus proche est en {near_col:.0f}, {near_row:.0f} : étiquetez un nœud qui a été trouvé</translation>
    </message>
    <message>
      <location filename="../processing/inference/companions.py"></location>
      <source>no numbers</source>
      <translation>aucun nombre</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>no reason was given</source>
      <translation>aucune raison n’est donnée</translation>
    </message>
    <message>
      <location filename="../plugin/installer/install.py"></location>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>none of NVIDIA's is ready</source>
      <translation>aucune carte NVIDIA n’est prête</translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>none that can be read</source>
      <translation>aucun qui puisse être lu</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>none, by construction</source>
      <translation>aucune, par construction</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>none: only what the graph tells</source>
      <translation>aucune : seulement ce que dit le graphe</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>not known</source>
      <translation>inconnue</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>not said</source>
      <translation>non précisé</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/entries.py"></location>
      <source>not said: {names}</source>
      <translation>non précisé : {names}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>not stated</source>
      <translation>non indiqué</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>not what it should be</source>
      <translation>pas comme il se doit</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/catalogues.py"></location>
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <location filename="../processing/jobs/ledger.py"></location>
      <source>nothing can be written in {folder} ({reason}): choose another folder</source>
      <translation>impossible d’écrire dans {folder} ({reason}) : choisissez un autre dossier</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>nowhere on the Earth</source>
      <translation>nulle part sur la Terre</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>numbers of the place and the date, or that the user states</source>
      <translation>des nombres du lieu et de la date, ou que l’utilisateur indique</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>objects</source>
      <translation>objets</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>objects in boxes</source>
      <translation>objets dans des boîtes</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>on the map what the sheet shows; pressed on the map, the reverse</source>
      <translation>sur la carte ce que montre la feuille ; depuis la carte, l’inverse</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table.py"></location>
      <source>one of {choices} under “origin”</source>
      <translation>l’un de {choices} sous « origin »</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/iiif.py"></location>
      <source>one polygon of three points or more, and no “transform”</source>
      <translation>un seul polygone de trois points ou plus, sans « transform »,</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>onnx</source>
      <translation>onnx</translation>
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
      <location filename="../processing/assessment/remarks.py"></location>
      <source>overall accuracy</source>
      <translation>exactitude globale</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>pairs of keypoints of two images</source>
      <translation>paires de points d’intérêt de deux images</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>parameter</source>
      <translation>paramètre</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>place points on the map</source>
      <translation>placer des points sur la carte</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>points</source>
      <translation>points</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>polygons</source>
      <translation>polygones</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>preview</source>
      <translation>aperçu</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>print</source>
      <translation>impression</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>processor</source>
      <translation>processeur</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>provenance</source>
      <translation>provenance</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>quality</source>
      <translation>qualité</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>rectify</source>
      <translation>rectifier</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>reference</source>
      <translation>référence</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>regression</source>
      <translation>régression</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>reliable, look or failed.</source>
      <translation>reliable (fiable), look (à regarder) ou failed (échec).</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_report.py"></location>
      <source>report</source>
      <translation>rapport</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>reproducibility</source>
      <translation>reproductibilité</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>residuals</source>
      <translation>résidus</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>resolution</source>
      <translation>résolution</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>right</source>
      <translation>juste</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/rows.py"></location>
      <source>rows of {name} count from the bottom: give the sheet's image, for its height</source>
      <translation>les lignes de {name} comptent depuis le bas : donnez l’image de la feuille, pour sa hauteur</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>run “make backend”</source>
      <translation>lancez « make backend »</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>seams</source>
      <translation>raccords</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>search</source>
      <translation>recherche</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>segmentation</source>
      <translation>segmentation</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>set points aside, or use them again</source>
      <translation>écarter des points, ou les reprendre</translation>
    </message>
    <message>
      <location filename="../processing/raster/reference_systems.py"></location>
      <source>several places have a reference system “{name}”: give one of {names}</source>
      <translation>plusieurs lieux ont un système de référence « {name} » : donnez l’un de {names}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>sharpening</source>
      <translation>affinage</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>similarity</source>
      <translation>similarité</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>stac</source>
      <translation>stac</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>super-resolution</source>
      <translation>super-résolution</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/services.py"></location>
      <source>the address of tiles must hold {{z}}, {{x}} and {{y}}, found {url}</source>
      <translation>l’adresse des tuiles doit contenir {{z}}, {{x}} et {{y}}, {url} a été trouvé</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>the area of that reference system</source>
      <translation>la zone de ce système de référence</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>the bands</source>
      <translation>les bandes</translation>
    </message>
    <message>
      <location filename="../processing/jobs/runs.py"></location>
      <source>the cache folder {folder} cannot be made ({reason}): name another with RELEVE_CACHE</source>
      <translation>le dossier de cache {folder} ne peut pas être créé ({reason}) : indiquez-en un autre avec RELEVE_CACHE</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/values.py"></location>
      <source>the class number {number} has no name</source>
      <translation>la classe numéro {number} n’a pas de nom</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/values.py"></location>
      <source>the colour of “{name}” is {colour}: six digits are needed, as in #0072b2</source>
      <translation>la couleur de « {name} » est {colour} : il faut six chiffres, comme #0072b2</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>the dates of the images</source>
      <translation>les dates des images</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>the descriptors of keypoints</source>
      <translation>les descripteurs des points d’intérêt</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>the extent given has no place in the reference system of the reference ({crs})</source>
      <translation>l’emprise donnée n’a pas de place dans le système de coordonnées de la référence ({crs})</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/values.py"></location>
      <source>the first number, {low}, is above the second, {high}</source>
      <translation>le premier nombre, {low}, est supérieur au second, {high}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the folder {folder} does not exist: make it, or choose another</source>
      <translation>le dossier {folder} n’existe pas : créez-le ou choisissez-en un autre</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the folder {folder} is read-only: choose another</source>
      <translation>le dossier {folder} est en lecture seule : choisissez-en un autre</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>the ground resolution</source>
      <translation>la résolution au sol</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/run.py"></location>
      <source>the image of the sheet is needed for a mask: give it with “sheet”</source>
      <translation>un masque demande l’image de la feuille : indiquez-la avec « sheet »</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>the images nearest to these days: {days}; at most {tolerance} days away</source>
      <translation>les images les plus proches de ces jours : {days} ; à {tolerance} jours au plus</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the job ended without writing {path}: please report this</source>
      <translation>le traitement s’est terminé sans écrire {path} : merci de le signaler</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>the labels contradict one another by {away:g}, with lines every {size:g}: check each</source>
      <translation>les étiquettes se contredisent de {away:g}, pour des lignes tous les {size:g} : vérifiez-les une à une</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/labels.py"></location>
      <source>the labels say that lines are {size:g} apart, the spacing given is {spacing:g}: check both</source>
      <translation>d’après les étiquettes les lignes sont espacées de {size:g}, l’espacement indiqué est {spacing:g} : vérifiez les deux</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/images.py"></location>
      <source>the list of images</source>
      <translation>la liste d’images</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>the memory is used up: choose a smaller area, or fewer outputs at once</source>
      <translation>la mémoire est épuisée : choisissez une zone plus petite, ou moins de sorties à la fois</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>the name {name} is too long for a file: choose one of at most {count} bytes</source>
      <translation>le nom {name} est trop long pour un fichier : choisissez-en un d’au plus {count} octets</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/index_dialog.py"></location>
      <source>the newest</source>
      <translation>la plus récente</translation>
    </message>
    <message>
      <location filename="../plugin/installer/recipe.py"></location>
      <source>the package index</source>
      <translation>l’index de paquets</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>the parameter {name!r} ({title}) is missing: give it a value</source>
      <translation>le paramètre {name!r} ({title}) manque : donnez-lui une valeur</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/layer.py"></location>
      <source>the points have no known reference system: say which one to assume, with “crs”</source>
      <translation>les points n’ont pas de système de référence connu : dites lequel supposer, avec « crs »</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>the request {identity!r} is under way: give each its own id</source>
      <translation>la requête {identity!r} est en cours : donnez à chacune son propre identifiant</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>the scores of keypoints</source>
      <translation>les scores des points d’intérêt</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>the service {name} does not give what it is asked for ({reason}): check its address, the connection and the extent</source>
      <translation>le service {name} ne donne pas ce qui lui est demandé ({reason}) : vérifiez son adresse, la connexion et l’emprise</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>the sheet over the map</source>
      <translation>la feuille sur la carte</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>the value at the middle of a tile, or at each pixel</source>
      <translation>la valeur au milieu d’une tuile, ou à chaque pixel</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>the whole sheet</source>
      <translation>toute la feuille</translation>
    </message>
    <message>
      <location filename="../processing/inference/check.py"></location>
      <source>the whole tile, or not known</source>
      <translation>toute la tuile, ou inconnu</translation>
    </message>
    <message>
      <location filename="../processing/catalogue.py"></location>
      <source>there is no job {job!r}; there are {known}</source>
      <translation>le traitement {job!r} n’existe pas ; il y a {known}</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>there is no parameter or output {name!r}; there are {known}</source>
      <translation>il n’y a pas de paramètre ni de sortie {name!r} ; il y a {known}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>there is no {what} {name!r}; there are {known}</source>
      <translation>il n’y a pas de {what} {name!r} ; il y a {known}</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>thin plate spline</source>
      <translation>spline de plaque mince</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/numbers.py"></location>
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>torchvision: boxes [n, 4], scores [n], labels [n], masks [n, 1, rows, columns] or none</source>
      <translation>torchvision : boîtes [n, 4], scores [n], étiquettes [n], masques [n, 1, lignes, colonnes] ou aucun</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/run.py"></location>
      <source>two masks are given, a layer and corners: leave out “mask” or “outline”</source>
      <translation>deux masques sont donnés, une couche et des sommets : omettez « mask » ou « outline »</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>two outputs go to {path}: give each its own</source>
      <translation>deux sorties vont vers {path} : donnez à chacune la sienne</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>undo, redo</source>
      <translation>annuler, rétablir</translation>
    </message>
    <message>
      <location filename="../processing/jobs/session.py"></location>
      <source>unexpected {kind}: {error}; please report this with the details</source>
      <translation>{kind} inattendue : {error} ; merci de le signaler avec les détails</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/remove.py"></location>
      <source>uninstall</source>
      <translation>désinstaller</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/adjust.py"></location>
      <source>unknown</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/images.py"></location>
      <source>unknown format</source>
      <translation>format inconnu</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>unnamed</source>
      <translation>sans nom</translation>
    </message>
    <message>
      <location filename="../processing/raster/reference_systems.py"></location>
      <source>unnamed: longitude and latitude ({ellipsoid}, {unit})</source>
      <translation>sans nom : longitude et latitude ({ellipsoid}, {unit})</translation>
    </message>
    <message>
      <location filename="../processing/raster/reference_systems.py"></location>
      <source>unnamed: {projection} around {centre} ({ellipsoid}, {unit})</source>
      <translation>sans nom : {projection} autour de {centre} ({ellipsoid}, {unit})</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/colours.py"></location>
      <source>up to 1 ×</source>
      <translation>jusqu’à 1 ×</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/install.py"></location>
      <source>update</source>
      <translation>mise à jour</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>update it under Settings ▸ Options ▸ Relevé</source>
      <translation>mettez-le à jour sous Préférences ▸ Options ▸ Relevé</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>validate</source>
      <translation>valider</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>validation</source>
      <translation>validation</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>value ÷ a number</source>
      <translation>valeur ÷ un nombre</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/choices.py"></location>
      <source>value − a number</source>
      <translation>valeur − un nombre</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>vectorize</source>
      <translation>vectorisation</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>warp</source>
      <translation>redressement</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch_report.py"></location>
      <source>warped</source>
      <translation>redressée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_table.py"></location>
      <source>weak</source>
      <translation>faible</translation>
    </message>
    <message>
      <location filename="../processing/raster/places.py"></location>
      <source>west, south, east and north in degrees</source>
      <translation>ouest, sud, est et nord en degrés</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>what Ultralytics' exporter wrote into the model</source>
      <translation>ce que l’exporteur d’Ultralytics a écrit dans le modèle</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/strokes.py"></location>
      <source>what if without this point?</source>
      <translation>et sans ce point ?</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>what the model gives</source>
      <translation>ce que donne le modèle</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>what turns its scores into probabilities</source>
      <translation>ce qui change ses scores en probabilités</translation>
    </message>
    <message>
      <location filename="../processing/models/keypoints.py"></location>
      <source>which keypoints belong together</source>
      <translation>quels points d’intérêt vont ensemble</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>which values are there (1) or missing (0)</source>
      <translation>quelles valeurs sont présentes (1) ou manquantes (0)</translation>
    </message>
    <message>
      <location filename="../plugin/runner/interpreter.py"></location>
      <source>who made that interpreter should update it</source>
      <translation>qui a créé cet interpréteur doit le mettre à jour</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>wrong: do not use it</source>
      <translation>faux : ne l’utilisez pas</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>x and y are exchanged: x must be the easting or longitude. Exchange them in the file.</source>
      <translation>x et y sont intervertis : x doit être la coordonnée vers l’est ou la longitude. Intervertissez-les dans le fichier.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>yes, no, or unknown where none is known.</source>
      <translation>yes (oui), no (non), ou unknown si aucun n’est connu.</translation>
    </message>
    <message>
      <location filename="../resources/catalogue.json"></location>
      <source>yolo</source>
      <translation>yolo</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>{address} is no address of the web (https:// or http://): it is not followed.</source>
      <translation>{address} n’est pas une adresse du web (https:// ou http://) : elle n’est pas suivie.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>{address} names no server: correct it.</source>
      <translation>{address} ne nomme aucun serveur : corrigez-la.</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{count} entries removed</source>
      <translation>{count} entrées supprimées</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/texts.py"></location>
      <source>{count} names, with commas</source>
      <translation>{count} noms, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>{count} nodes were found. Choose one, type its coordinates in {crs}, then those of another one; or type the spacing of the lines as well.</source>
      <translation>{count} nœuds ont été trouvés. Choisissez-en un, saisissez ses coordonnées en {crs}, puis celles d’un autre ; ou saisissez aussi l’espacement des lignes.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/similar.py"></location>
      <source>{count} of {all} examples lie where the raster has no embeddings: they are left out.</source>
      <translation>{count} exemples sur {all} sont là où le raster n’a pas de plongements : ils sont laissés de côté.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/warping/run.py"></location>
      <source>{count} of {total} points lie beyond the edges of {name}: is it the scan they were set on?</source>
      <translation>{count} points sur {total} se trouvent hors des bords de {name} : est-ce bien le scan sur lequel ils ont été posés ?</translation>
    </message>
    <message>
      <location filename="../processing/inference/report.py"></location>
      <source>{count} pixels have no class: no data, or outside the area.</source>
      <translation>{count} pixels n’ont pas de classe : sans données, ou hors de la zone.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>{count} points are as they were left.</source>
      <translation>{count} points, tels que vous les aviez laissés.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/places.py"></location>
      <source>{count} points are more than a fit can hold: set aside all but {most} of them.</source>
      <translation>{count} points, c’est plus qu’un calage n’en supporte : n’en gardez que {most} et désactivez les autres.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/facts.py"></location>
      <source>{count} points have no place on the map: QGIS knows no way from their CRS to that of the map.</source>
      <translation>{count} points n’ont pas de place sur la carte : QGIS ne sait pas passer de leur SCR à celui de la carte.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>{count} points in {crs}</source>
      <translation>{count} points en {crs}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/conversion.py"></location>
      <source>{count} points that are set aside were left out: {format} cannot hold them.</source>
      <translation>{count} points mis de côté ont été omis : le format {format} ne peut pas les contenir.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>{count} points, changed {moment}</source>
      <translation>{count} points, modifiés le {moment}</translation>
    </message>
    <message>
      <location filename="../processing/raster/reference_systems.py"></location>
      <source>{crs} does not place points on a map: give a geographic or projected reference system</source>
      <translation>{crs} ne place pas de points sur une carte : donnez un système de référence géographique ou projeté</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/crs.py"></location>
      <source>{crs} is not a known coordinate reference system: give a code such as EPSG:2154</source>
      <translation>{crs} n’est pas un système de coordonnées connu : donnez un code tel que EPSG:2154</translation>
    </message>
    <message>
      <location filename="../processing/inference/kept_strips.py"></location>
      <source>{done} of {rows} rows of tiles are there from a run that was stopped: it goes on from there.</source>
      <translation>{done} rangées de tuiles sur {rows} restent d’un traitement interrompu : il reprend à partir de là.</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>{download} to download, {installed} on the disk; {free} are free</source>
      <translation>{download} à télécharger, {installed} sur le disque ; {free} sont libres</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>{elsewhere} of the model's {total} nodes run on the processor, the others on {provider}.</source>
      <translation>{elsewhere} des {total} nœuds du modèle s’exécutent sur le processeur, les autres sur {provider}.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/hub.py"></location>
      <source>{endpoint} does not answer as Hugging Face does: no commit is given for {repository}.</source>
      <translation>{endpoint} ne répond pas comme Hugging Face : aucun commit n’est donné pour {repository}.</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/batch.py"></location>
      <source>{failed} of {count} images failed, the others are done; {name}: {reason} The summary tells of all.</source>
      <translation>{failed} images sur {count} ont échoué, les autres sont traitées ; {name} : {reason} Le bilan dit tout.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/batches/batch.py"></location>
      <source>{failed} of {count} sheets failed, the others are done; {name}: {reason} The report tells of all.</source>
      <translation>{failed} feuilles sur {count} ont échoué, les autres sont faites ; {name} : {reason} Le rapport parle de toutes.</translation>
    </message>
    <message>
      <location filename="../processing/raster/places.py"></location>
      <source>{file} cannot be read ({reason}): it must be JSON in UTF-8</source>
      <translation>{file} est illisible ({reason}) : il faut du JSON en UTF-8</translation>
    </message>
    <message>
      <location filename="../plugin/reference_systems.py"></location>
      <source>{file} describes no place as it should: {reason}</source>
      <translation>{file} ne décrit pas un lieu comme il le faut : {reason}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/conversion.py"></location>
      <source>{file} holds no points: choose another file</source>
      <translation>{file} ne contient aucun point : choisissez un autre fichier</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/opening.py"></location>
      <source>{file} holds points: open their sheet first.</source>
      <translation>{file} contient des points : ouvrez d’abord leur feuille.</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>{file} is no valid JSON: line {line}, column {column}</source>
      <translation>{file} n’est pas du JSON valide : ligne {line}, colonne {column}</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>{file}, at {path}: found {found}, {needed} is needed</source>
      <translation>{file}, en {path} : trouvé {found}, il faut {needed}</translation>
    </message>
    <message>
      <location filename="../processing/raster/json_nodes.py"></location>
      <source>{file}, at {path}: “{key}” is missing</source>
      <translation>{file}, en {path} : « {key} » manque</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>{first} and {other} do not both have a coordinate reference system: assign it to both.</source>
      <translation>{first} et {other} n’ont pas tous deux un système de coordonnées : attribuez-le aux deux.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/requests.py"></location>
      <source>{first} and {second} would share one style file: give them names that differ</source>
      <translation>{first} et {second} partageraient un même fichier de style : donnez-leur des noms différents</translation>
    </message>
    <message>
      <location filename="../plugin/installer/making.py"></location>
      <source>{folder} cannot be replaced ({reason}): end what runs, and close other QGIS windows</source>
      <translation>{folder} ne peut pas être remplacé ({reason}) : arrêtez ce qui tourne et fermez les autres fenêtres de QGIS</translation>
    </message>
    <message>
      <location filename="../plugin/installer/place.py"></location>
      <source>{folder} cannot be written ({reason}): choose another folder for the backend in the options of Relevé</source>
      <translation>Impossible d’écrire dans {folder} ({reason}) : choisissez un autre dossier pour le moteur dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{folder} cannot be written: choose another folder in the options of Relevé</source>
      <translation>Impossible d’écrire dans {folder} : choisissez un autre dossier dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/stages.py"></location>
      <source>{folder} exists: ask for it to be replaced (REPLACE), or choose another folder.</source>
      <translation>{folder} existe : demandez son remplacement (REPLACE), ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/mosaic.py"></location>
      <source>{folder} holds mosaics alone: choose the folder of the warped sheets.</source>
      <translation>{folder} ne contient que des mosaïques : choisissez le dossier des feuilles redressées.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_folder.py"></location>
      <source>{folder} holds neither images nor files of control points: choose another folder.</source>
      <translation>{folder} ne contient ni images ni fichiers de points de calage : choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/place.py"></location>
      <source>{folder} is too deep for the paths of Windows: choose a shorter folder for the backend in the options of Relevé</source>
      <translation>{folder} est trop profond pour les chemins de Windows : choisissez pour le moteur un dossier plus court dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{folder}: {entries} entries, {size:.1f} MB of at most {bound:.0f} MB</source>
      <translation>{folder} : {entries} entrées, {size:.1f} Mo sur {bound:.0f} Mo au plus</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/writing.py"></location>
      <source>{format} is only read: choose another format</source>
      <translation>le format {format} n’est que lu : choisissez un autre format</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>{found} bands are named (BANDS) and the model reads {needed}: name as many as it reads.</source>
      <translation>{found} bandes sont nommées (BANDS) et le modèle en lit {needed} : nommez-en autant qu’il en lit.</translation>
    </message>
    <message>
      <location filename="../processing/models/library/listing.py"></location>
      <source>{found} models were found: only the first {count} are listed. Name smaller folders.</source>
      <translation>{found} modèles ont été trouvés : seuls les {count} premiers sont listés. Indiquez des dossiers plus petits.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/verdict.py"></location>
      <source>{found} places of the sheet were found on the reference, {needed} are needed: the two may not show the same ground, or in too different a style.</source>
      <translation>{found} lieux de la feuille ont été trouvés sur la référence, il en faut {needed} : les deux ne montrent peut-être pas le même terrain, ou dans un style trop différent.</translation>
    </message>
    <message>
      <location filename="../processing/inference/dates.py"></location>
      <source>{found}, and {lacking} missing</source>
      <translation>{found}, et {lacking} manquantes</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{host} did not answer in time: try again.</source>
      <translation>{host} n’a pas répondu à temps : réessayez.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/addresses.py"></location>
      <source>{host} leads from an encrypted connection to one that is not: it is not followed.</source>
      <translation>{host} mène d’une connexion chiffrée à une connexion qui ne l’est pas : elle n’est pas suivie.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>{hours} h {minutes:02d} min</source>
      <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{job} is asked for in version {asked}, this backend has {found}: update the older of the two</source>
      <translation>{job} est demandé en version {asked}, ce moteur a la version {found} : mettez à jour le plus ancien des deux</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/backend.py"></location>
      <source>{job} is disabled on this computer by its administrator</source>
      <translation>{job} est désactivé sur cet ordinateur par son administrateur</translation>
    </message>
    <message>
      <location filename="../processing/inference/detection/report.py"></location>
      <source>{joined} objects were put together from pieces in several tiles, and {cut} were cut by the edge of a tile (field “seen”): larger tiles (TILE) or a larger overlap (OVERLAP) see them whole.</source>
      <translation>{joined} objets ont été recomposés de morceaux vus par plusieurs tuiles, et {cut} ont été coupés par le bord d’une tuile (champ « seen ») : des tuiles plus grandes (TILE) ou un recouvrement plus large (OVERLAP) les voient en entier.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} from {low:g} to {high:g}</source>
      <translation>{kind} de {low:g} à {high:g}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} of at least {low:g}</source>
      <translation>{kind} d’au moins {low:g}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/number.py"></location>
      <source>{kind} of at most {high:g}</source>
      <translation>{kind} d’au plus {high:g}</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_report.py"></location>
      <source>{map}, compared with {reference}</source>
      <translation>{map}, comparée à {reference}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/soundness.py"></location>
      <source>{method} folds the sheet over: parts of it would lie upon others, turned around. Look for misplaced points, add points where there are few, or choose a method that bends less.</source>
      <translation>{method} replie la feuille : des parties en recouvriraient d’autres, retournées. Cherchez des points mal placés, ajoutez des points où il y en a peu, ou choisissez une méthode plus rigide.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/remarks.py"></location>
      <source>{method} has only {count} points: with fewer than {needed}, one bad point spoils it.</source>
      <translation>{method} n’a que {count} points : avec moins de {needed}, un seul mauvais point la fausse.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>{method}, at the points</source>
      <translation>{method}, aux points</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/sheet_report.py"></location>
      <source>{method}, without a point</source>
      <translation>{method}, un point de moins</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/methods.py"></location>
      <source>{method}: found {found} points that differ, {needed} are needed. Add points.</source>
      <translation>{method} : {found} points distincts trouvés, il en faut {needed}. Ajoutez des points.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/accuracy.py"></location>
      <source>{method}: not every point can be left out, so that no accuracy can be told. Add points, or choose another method.</source>
      <translation>{method} : certains points ne peuvent pas être laissés de côté, l’exactitude ne peut donc pas être estimée. Ajoutez des points ou choisissez une autre méthode.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/methods.py"></location>
      <source>{method}: the points lie on one line, or nearly. Add points away from it, or use Helmert, which is content with a line.</source>
      <translation>{method} : les points sont alignés, ou presque. Ajoutez des points à l’écart de la droite, ou utilisez Helmert, qui se contente d’une droite.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/methods.py"></location>
      <source>{method}: two points have one place and two targets. Remove one of them.</source>
      <translation>{method} : deux points ont le même emplacement et deux cibles. Retirez l’un d’eux.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/comparison.py"></location>
      <source>{method}: {loo} m without a point, the lowest error of all methods or within 5% of it with the fewest parameters.</source>
      <translation>{method} : {loo} m avec un point de moins, l’erreur la plus faible de toutes les méthodes, ou à moins de 5 % de celle-ci avec le moins de paramètres.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>{minutes} min {seconds:02d} s</source>
      <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_set.py"></location>
      <source>{names} and {count} more</source>
      <translation>{names} et {count} de plus</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_folder.py"></location>
      <source>{names} have the name of one sheet: {first} is taken.</source>
      <translation>{names} portent le nom d’une même feuille : {first} est retenu.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sets.py"></location>
      <source>{names}: in {system}, where {count} sheets of the set are in {usual}. Each is placed by its own; check that this is meant.</source>
      <translation>{names} : en {system}, alors que {count} feuilles du jeu sont en {usual}. Chacune est placée selon le sien ; vérifiez que c’est voulu.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>{names}: {sentence}</source>
      <translation>{names} : {sentence}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name} (is it meant?)</source>
      <translation>{name} (est-ce lui ?)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/run_name.py"></location>
      <source>{name} and {count} more</source>
      <translation>{name} et {count} autres</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} cannot be read as a layer of points or polygons: {reason}.</source>
      <translation>{name} ne peut pas être lu comme une couche de points ou de polygones : {reason}.</translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>{name} cannot be read as a raster ({reason}): it is damaged, cut short or of another kind.</source>
      <translation>{name} ne peut pas être lu comme raster ({reason}) : il est endommagé, tronqué ou d’une autre nature.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/tables.py"></location>
      <source>{name} cannot be read as a table ({reason}): a CSV file in UTF-8 is needed.</source>
      <translation>{name} ne peut pas être lu comme un tableau ({reason}) : il faut un fichier CSV en UTF-8.</translation>
    </message>
    <message>
      <location filename="../processing/raster/reading.py"></location>
      <source>{name} cannot be read at row {row}, column {column}: the file is damaged, cut short or out of reach. Copy it again, or leave this place out of the area.</source>
      <translation>{name} ne peut pas être lu à la ligne {row}, colonne {column} : le fichier est endommagé, tronqué ou hors d’atteinte. Copiez-le à nouveau, ou laissez cet endroit hors de la zone.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/sheets/sheet.py"></location>
      <source>{name} cannot be read at row {row}, column {column}: the image is damaged or cut short. Copy it again from where it came.</source>
      <translation>{name} est illisible à la ligne {row}, colonne {column} : l’image est abîmée ou tronquée. Copiez-la de nouveau depuis son origine.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/tally.py"></location>
      <source>{name} cannot be read at row {row}: the file is damaged, cut short or out of reach. Copy it again.</source>
      <translation>{name} ne peut pas être lu à la ligne {row} : le fichier est endommagé, tronqué ou hors d’atteinte. Copiez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/vectors.py"></location>
      <source>{name} cannot be read from row {row} on: the file is damaged or cut short. Copy it again.</source>
      <translation>{name} ne peut pas être lu à partir de la ligne {row} : le fichier est endommagé ou tronqué. Copiez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/layers.py"></location>
      <source>{name} cannot be read: the file is damaged or cut short. Warp the sheet again.</source>
      <translation>{name} ne peut pas être lue : le fichier est endommagé ou tronqué. Redressez la feuille à nouveau.</translation>
    </message>
    <message>
      <location filename="../processing/inference/inputs.py"></location>
      <source>{name} does not lie in files of this computer: whether it is what the run used is not known.</source>
      <translation>{name} ne se trouve pas dans des fichiers de cet ordinateur : rien ne dit si c’est bien ce que le traitement avait utilisé.</translation>
    </message>
    <message>
      <location filename="../processing/raster/cogs.py"></location>
      <source>{name} does not say how it was made: it is no result of Relevé, or was saved by another program.</source>
      <translation>{name} ne dit pas comment il a été produit : ce n’est pas un résultat de Relevé, ou un autre programme l’a enregistré.</translation>
    </message>
    <message>
      <location filename="../processing/inference/repeat.py"></location>
      <source>{name} does not say what it was made of: it was made by a Relevé that is too old.</source>
      <translation>{name} ne dit pas de quoi il a été fait : il vient d’une version trop ancienne de Relevé.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>{name} goes on after the {size} bytes that were promised: it is not fetched.</source>
      <translation>{name} continue après les {size} octets promis : il n’est pas récupéré.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/sheets/sheet.py"></location>
      <source>{name} has a place on the ground already, which is not used here: points on it count its pixels.</source>
      <translation>{name} est déjà calée sur le terrain, ce qui n’est pas utilisé ici : les points posés dessus comptent ses pixels.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/tie_table.py"></location>
      <source>{name} has a tie of {sheet} without col or row.</source>
      <translation>{name} a une liaison de {sheet} sans col ou sans row.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has geometries of type {kinds}: points or polygons are needed.</source>
      <translation>{name} a des géométries de type {kinds} : il faut des points ou des polygones.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/rows.py"></location>
      <source>{name} has negative rows where its format has positive ones, so another program wrote it: say that they count “up” from the upper left corner, if so</source>
      <translation>{name} a des lignes négatives là où son format en a des positives, donc un autre programme l’a écrit : dites qu’elles comptent vers le haut (« up ») depuis le coin supérieur gauche, si c’est le cas</translation>
    </message>
    <message>
      <location filename="../processing/raster/class_strips.py"></location>
      <source>{name} has no band {band}: it has {count}, counted from 1.</source>
      <translation>{name} n’a pas de bande {band} : il en a {count}, comptées à partir de 1.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/map_assessment.py"></location>
      <source>{name} has no band {band}; it has {count}.</source>
      <translation>{name} n’a pas de bande {band} ; il en a {count}.</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygonize.py"></location>
      <source>{name} has no coordinate reference system, so its pixels have no area in square metres: give the minimum in pixels, or assign a CRS to the raster.</source>
      <translation>{name} n’a pas de système de coordonnées : ses pixels n’ont donc pas de surface en mètres carrés. Donnez le minimum en pixels, ou attribuez un système de coordonnées au raster.</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygonize.py"></location>
      <source>{name} has no coordinate reference system, so its pixels have no size in metres: give the tolerance in pixels, or assign a CRS to the raster.</source>
      <translation>{name} n’a pas de système de coordonnées, donc ses pixels n’ont pas de taille en mètres : donnez la tolérance en pixels, ou attribuez un SCR au raster.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no coordinate reference system: assign the right one to the layer.</source>
      <translation>{name} n’a pas de système de coordonnées : attribuez le bon à la couche.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no feature with both a geometry and a value in “{field}”: choose another layer or field.</source>
      <translation>{name} n’a aucune entité qui ait à la fois une géométrie et une valeur dans « {field} » : choisissez une autre couche ou un autre champ.</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} has no field “{field}”; it has {known}.</source>
      <translation>{name} n’a pas de champ « {field} » ; ses champs sont {known}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>{name} has no georeference, so nothing can be placed by it: warp it first (oldmaps.warp), or assign its coordinate reference system</source>
      <translation>{name} n’a pas de géoréférencement, rien ne peut donc être calé sur lui : redressez-le d’abord (oldmaps.warp), ou attribuez-lui son système de coordonnées</translation>
    </message>
    <message>
      <location filename="../processing/inference/embeddings/vectors.py"></location>
      <source>{name} has one band and embeddings have several: choose what “Describe each place by a model” (inference.embed) has written.</source>
      <translation>{name} a une seule bande et des plongements en ont plusieurs : choisissez ce qu’a écrit « Décrire chaque lieu par un modèle » (inference.embed).</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/rows.py"></location>
      <source>{name} has positive rows where its format has negative ones, so another program wrote it: say whether they count “down” from the upper left corner or from the “bottom” left one</source>
      <translation>{name} a des lignes positives là où son format en a des négatives, donc un autre programme l’a écrit : dites si elles comptent vers le bas (« down ») depuis le coin supérieur gauche ou vers le haut depuis le coin inférieur gauche (« bottom »)</translation>
    </message>
    <message>
      <location filename="../processing/raster/layers.py"></location>
      <source>{name} has several layers that fit: {layers}. Name one, as in “{example}”.</source>
      <translation>{name} a plusieurs couches qui conviennent : {layers}. Nommez-en une, par exemple « {example} ».</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table.py"></location>
      <source>{name} has several values under “{column}”: {values}; one sheet has one</source>
      <translation>{name} a plusieurs valeurs sous « {column} » : {values} ; une feuille en a une seule</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/tables.py"></location>
      <source>{name} has the columns {found}: none of {needed} is among them.</source>
      <translation>{name} a les colonnes {found} : aucune de {needed} n’y figure.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>{name} has {found} bytes, the index promises {promised}: it is not fetched.</source>
      <translation>{name} a {found} octets, l’index en promet {promised} : il n’est pas récupéré.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>{name} has {size:.3g} MB or more, over the limit of {most:.3g} MB: raise the limit (LARGEST_GB) if it is wanted.</source>
      <translation>{name} fait {size:.3g} Mo ou plus, au-delà de la limite de {most:.3g} Mo : relevez la limite (LARGEST_GB) si vous le voulez.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/tables.py"></location>
      <source>{name} has {text!r} in the column {column}, where a number is needed.</source>
      <translation>{name} a {text!r} dans la colonne {column}, où il faut un nombre.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/reading.py"></location>
      <source>{name} holds no control points in a format known here: {formats}</source>
      <translation>{name} ne contient pas de points de calage dans un format connu ici : {formats}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/layers.py"></location>
      <source>{name} holds places in a palette or printers' inks, which cannot be laid beside colours: warp the sheet with Relevé, which makes colours of them.</source>
      <translation>{name} contient des numéros de palette ou des encres d’imprimeur, qui ne peuvent pas être mêlés à des couleurs : redressez la feuille avec Relevé, qui en fait des couleurs.</translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>{name} holds several rasters: name one of them, such as {choices}</source>
      <translation>{name} contient plusieurs rasters : nommez l’un d’eux, par exemple {choices}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/table.py"></location>
      <source>{name} holds the points of the sheets {sheets}: name one, as in “{example}”</source>
      <translation>{name} contient les points des feuilles {sheets} : désignez-en une, comme dans « {example} »</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/iiif.py"></location>
      <source>{name} holds {count} maps: name one by its number or id, as in “{example}”</source>
      <translation>{name} contient {count} cartes : désignez-en une par son numéro ou son identifiant, comme dans « {example} »</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a Git LFS pointer, not the model itself: fetch it with “git lfs pull”.</source>
      <translation>{name} est un pointeur Git LFS, pas le modèle lui-même : récupérez-le par « git lfs pull ».</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/copies.py"></location>
      <source>{name} is a service without resolution: export the part you need to a file first</source>
      <translation>{name} est un service sans résolution propre : exportez d’abord dans un fichier la partie voulue</translation>
    </message>
    <message>
      <location filename="../processing/assessment/reference.py"></location>
      <source>{name} is a table without geometries: points or polygons are needed.</source>
      <translation>{name} est une table sans géométries : il faut des points ou des polygones.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a web page, not a model: the download went wrong, save the file itself.</source>
      <translation>{name} est une page web, pas un modèle : le téléchargement a échoué, enregistrez le fichier lui-même.</translation>
    </message>
    <message>
      <location filename="../processing/models/anatomy.py"></location>
      <source>{name} is a {kind} file, not an ONNX model: export the model to ONNX first.</source>
      <translation>{name} est un fichier {kind}, pas un modèle ONNX : exportez d’abord le modèle en ONNX.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/geotiff.py"></location>
      <source>{name} is an image without control points: choose their own file</source>
      <translation>{name} est une image sans points de calage : choisissez leur propre fichier</translation>
    </message>
    <message>
      <location filename="../processing/raster/sources.py"></location>
      <source>{name} is located by control points alone: bring it onto a grid with “gdalwarp -t_srs EPSG:… input.tif output.tif”.</source>
      <translation>{name} n’est localisé que par des points de contrôle : ramenez-le sur une grille avec « gdalwarp -t_srs EPSG:… entree.tif sortie.tif ».</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/geotiff.py"></location>
      <source>{name} is neither a text nor an image that can be read</source>
      <translation>{name} n’est ni un texte ni une image lisible</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/raster.py"></location>
      <source>{name} is not a raster layer: choose one</source>
      <translation>{name} n’est pas une couche raster : choisissez-en une</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/vector.py"></location>
      <source>{name} is not a vector layer: choose one</source>
      <translation>{name} n’est pas une couche vecteur : choisissez-en une</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>{name} is not what the index promises: its hash is {found}, {promised} is needed. It is removed.</source>
      <translation>{name} n’est pas ce que l’index promet : son empreinte est {found}, il faut {promised}. Il est supprimé.</translation>
    </message>
    <message>
      <location filename="../processing/inference/inputs.py"></location>
      <source>{name} is not what the run used as {role}: its content has changed since, or another is in its place. Give the one it used.</source>
      <translation>{name} n’est pas ce que le traitement avait utilisé comme {role} : son contenu a changé depuis, ou un autre est à sa place. Donnez celui qu’il avait utilisé.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/layers.py"></location>
      <source>{name} is rotated or south-up: turn it with “gdalwarp {name} north_up.tif”.</source>
      <translation>{name} est tournée ou a le sud en haut : redressez-la avec « gdalwarp {name} north_up.tif ».</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>{name} is stored mirrored (south-up): turn it with “gdalwarp input.tif north_up.tif”</source>
      <translation>{name} est stocké en miroir (sud en haut) : retournez-le par « gdalwarp entree.tif nord_en_haut.tif »</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/content.py"></location>
      <source>{name} is too long for a file of control points: choose another file</source>
      <translation>{name} est trop long pour un fichier de points de calage : choisissez un autre fichier</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>{name} is {columns} × {rows} pixels and shows far more ground than a sheet: give the approximate extent of the sheet (extent)</source>
      <translation>{name} fait {columns} × {rows} pixels et montre bien plus de terrain qu’une feuille : donnez l’emprise approximative de la feuille (extent)</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/tie_table.py"></location>
      <source>{name} lacks the columns {missing}: a table of ties has {needed}.</source>
      <translation>Il manque à {name} les colonnes {missing} : un tableau de liaisons a {needed}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/layers.py"></location>
      <source>{name} lies far from the other sheets, and the mosaic would be nearly empty: check where it is, or leave it out.</source>
      <translation>{name} est loin des autres feuilles, et la mosaïque serait presque vide : vérifiez où elle se trouve, ou laissez-la de côté.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/mosaics/layers.py"></location>
      <source>{name} lies nowhere on the ground: a mosaic is made of warped sheets.</source>
      <translation>{name} n’est placée nulle part sur le terrain : une mosaïque se fait de feuilles redressées.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/sets/sheet_table.py"></location>
      <source>{name} names no sheet: it needs a row a sheet, with the file of its points or its image.</source>
      <translation>{name} ne nomme aucune feuille : il faut une ligne par feuille, avec le fichier de ses points ou son image.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/proposals_labels.py"></location>
      <source>{name} needs a number.</source>
      <translation>{name} : il faut un nombre.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/sheets/sheet.py"></location>
      <source>{name} notes that it is to be turned for viewing. Its pixels are taken as they are stored, as QGIS shows them: points set in a program that turns it do not fit.</source>
      <translation>{name} indique qu’il faut la tourner pour l’afficher. Ses pixels sont pris tels qu’ils sont enregistrés, comme QGIS les montre : des points posés dans un programme qui la tourne ne conviennent pas.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/references.py"></location>
      <source>{name} shows nothing of the extent given: the two must overlap</source>
      <translation>{name} ne montre rien de l’emprise donnée : les deux doivent se recouvrir</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/tie_table.py"></location>
      <source>{name} ties a sheet {sheet!r}, which is not in the set.</source>
      <translation>{name} relie une feuille {sheet!r}, qui n’est pas dans l’ensemble.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/atlas/adjustment/tie_table.py"></location>
      <source>{name} ties {sheet} to itself: a tie is one place on two sheets.</source>
      <translation>{name} relie {sheet} à elle-même : une liaison est un lieu sur deux feuilles.</translation>
    </message>
    <message>
      <location filename="../processing/inference/repeat.py"></location>
      <source>{name} was made by {job}, not by {needed}: choose a raster that a model has made.</source>
      <translation>{name} a été produit par {job}, non par {needed} : choisissez un raster produit par un modèle.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/content.py"></location>
      <source>{name}, line {line}: found “{found}”, {needed} is needed</source>
      <translation>{name}, ligne {line} : trouvé « {found} », il faut {needed}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {path}, a file that ends in {extensions} is needed</source>
      <translation>{name} : {path} trouvé, il faut un fichier se terminant par {extensions}</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: found {value!r}, a path is needed</source>
      <translation>{name} : {value!r} trouvé, il faut un chemin</translation>
    </message>
    <message>
      <location filename="../processing/jobs/context.py"></location>
      <source>{name}: the results would lie among the files of {folder}, which are read: choose another folder for them, such as a new one inside it.</source>
      <translation>{name} : les résultats se trouveraient parmi les fichiers de {folder}, qui sont lus : choisissez un autre dossier pour eux, par exemple un nouveau à l’intérieur.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/fetching.py"></location>
      <source>{name}: {have:.0f} of {size:.0f} MB</source>
      <translation>{name} : {have:.0f} sur {size:.0f} Mo</translation>
    </message>
    <message>
      <location filename="../processing/jobs/request.py"></location>
      <source>{name}: {path} is also an input, which would be lost: choose another name</source>
      <translation>{name} : {path} est aussi une donnée d’entrée, qui serait perdue : choisissez un autre nom</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/transfers.py"></location>
      <source>{needed:.3g} MB are needed, {free:.3g} MB are free on that disk: make room, or choose another.</source>
      <translation>Il faut {needed:.3g} Mo, {free:.3g} Mo sont libres sur ce disque : faites de la place, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>{number} %</source>
      <translation>{number} %</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>{number} GB</source>
      <translation>{number} Go</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>{number} MB</source>
      <translation>{number} Mo</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/card_text.py"></location>
      <source>{number} kB</source>
      <translation>{number} ko</translation>
    </message>
    <message>
      <location filename="../processing/inference/batches/batch.py"></location>
      <source>{number} of {count}: {name}</source>
      <translation>{number} sur {count} : {name}</translation>
    </message>
    <message>
      <location filename="../plugin/options/page.py"></location>
      <source>{option} (set by the administrator)</source>
      <translation>{option} (réglé par l’administrateur)</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>{other} lies elsewhere than {first}, or than the area in it: give rasters of one place, or check their CRS.</source>
      <translation>{other} n’est pas au même endroit que {first}, ou que la zone demandée : donnez des rasters d’un même lieu, ou vérifiez leur SCR.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/content.py"></location>
      <source>{path} cannot be read ({reason}): choose a file of control points</source>
      <translation>{path} est illisible ({reason}) : choisissez un fichier de points de calage</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} cannot be read: {reason}</source>
      <translation>{path} ne peut pas être lu : {reason}</translation>
    </message>
    <message>
      <location filename="../plugin/installer/removal.py"></location>
      <source>{path} cannot be removed ({reason}): end what runs, and close other QGIS windows</source>
      <translation>Impossible de retirer {path} ({reason}) : terminez ce qui tourne et fermez les autres fenêtres de QGIS</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} cannot be replaced ({reason}): close the programs that use it</source>
      <translation>{path} ne peut pas être remplacé ({reason}) : fermez les programmes qui l’utilisent</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/fitting/run.py"></location>
      <source>{path} cannot be written ({reason}): choose another folder</source>
      <translation>{path} ne peut pas être écrit ({reason}) : choisissez un autre dossier</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/graticule/tables.py"></location>
      <source>{path} cannot be written ({reason}): is the disk full, or the folder read-only?</source>
      <translation>{path} ne peut pas être écrit ({reason}) : le disque est-il plein, ou le dossier en lecture seule ?</translation>
    </message>
    <message>
      <location filename="../plugin/installer/alone.py"></location>
      <source>{path} cannot be written: choose another folder in the options of Relevé</source>
      <translation>Impossible d’écrire {path} : choisissez un autre dossier dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/paths.py"></location>
      <source>{path} does not exist: correct the path</source>
      <translation>{path} n’existe pas : corrigez le chemin</translation>
    </message>
    <message>
      <location filename="../plugin/report_facts.py"></location>
      <source>{path} does not say how it was made: choose a raster that a model of Relevé has made</source>
      <translation>{path} ne dit pas comment il a été produit : choisissez un raster produit par un modèle de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} has no map: choose a template with one</source>
      <translation>{path} ne contient pas de carte : choisissez un modèle qui en a une</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} holds no JSON object</source>
      <translation>{path} ne contient pas d’objet JSON</translation>
    </message>
    <message>
      <location filename="../plugin/installer/bases.py"></location>
      <source>{path} is Python {version} without its modules venv and ensurepip, which the backend is made with: install them (on Debian and Ubuntu, the package python{version}-venv)</source>
      <translation>{path} est un Python {version} sans ses modules venv et ensurepip, avec lesquels le moteur est créé : installez-les (sous Debian et Ubuntu, le paquet python{version}-venv)</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/folder_destination.py"></location>
      <source>{path} is a file, a folder is needed: choose another name</source>
      <translation>{path} est un fichier, il faut un dossier : choisissez un autre nom</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is a folder, a file is needed: choose another name</source>
      <translation>{path} est un dossier, il faut un fichier : choisissez un autre nom</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/stages.py"></location>
      <source>{path} is a link: remove it, or choose another folder.</source>
      <translation>{path} est un lien : supprimez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/images.py"></location>
      <source>{path} is no image that can be read ({why}): choose a scan, such as a TIFF or JPEG.</source>
      <translation>{path} n’est pas une image lisible ({why}) : choisissez un scan, par exemple TIFF ou JPEG.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/map_picture.py"></location>
      <source>{path} is no print layout template (.qpt)</source>
      <translation>{path} n’est pas un modèle de mise en page (.qpt)</translation>
    </message>
    <message>
      <location filename="../plugin/report_facts.py"></location>
      <source>{path} is no table of estimates that “Accuracy of a map” has written</source>
      <translation>{path} n’est pas un tableau d’estimations écrit par « Exactitude d’une carte »</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{path} is not JSON: {error}</source>
      <translation>{path} n’est pas du JSON : {error}</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/folder.py"></location>
      <source>{path} is not a folder: choose one that exists</source>
      <translation>{path} n’est pas un dossier : choisissez-en un qui existe</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is open in another program: close it there, or choose another name</source>
      <translation>{path} est ouvert dans un autre programme : fermez-le là-bas ou choisissez un autre nom</translation>
    </message>
    <message>
      <location filename="../processing/jobs/publication.py"></location>
      <source>{path} is read-only: choose another name, or allow writing</source>
      <translation>{path} est en lecture seule : choisissez un autre nom ou autorisez l’écriture</translation>
    </message>
    <message>
      <location filename="../processing/jobs/ledger.py"></location>
      <source>{path} stands where the batch would write, and no batch has made it: choose another folder for the results, or move it away.</source>
      <translation>{path} se trouve là où le lot devrait écrire, et aucun lot ne l’a créé : choisissez un autre dossier pour les résultats, ou déplacez ce fichier.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} answered with a web page, not with an index in JSON: a page to log in, of a proxy, or the address of a page for people.</source>
      <translation>{place} a répondu par une page web et non par un index en JSON : une page de connexion, d’un proxy, ou l’adresse d’une page pour lecteurs humains.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} answered with the status {status}: it cannot be read.</source>
      <translation>{place} a répondu avec l’état {status} : il ne peut pas être lu.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} cannot be read as an address.</source>
      <translation>{place} ne peut pas être lu comme une adresse.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} is busy or out of order ({status}): try again later.</source>
      <translation>{place} est occupé ou en panne ({status}) : réessayez plus tard.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} is given only to those who have accepted its terms: do so on the page of the repository, then give a token of your account ({status}).</source>
      <translation>{place} n’est donné qu’à ceux qui en ont accepté les conditions : faites-le sur la page du dépôt, puis donnez un jeton de votre compte ({status}).</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} is larger than any index should be ({limit} MB): it is not read.</source>
      <translation>{place} est plus gros qu’un index ne devrait l’être ({limit} Mo) : il n’est pas lu.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} is nested deeper than any index should be: it is not read.</source>
      <translation>{place} est plus profondément imbriqué qu’un index ne devrait l’être : il n’est pas lu.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} is no JSON: it is cut short, or no index.</source>
      <translation>{place} n’est pas du JSON : il est tronqué, ou ce n’est pas un index.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/catalogues.py"></location>
      <source>{place} is no STAC document: a catalogue, collection or Item is needed, or the name of a repository (owner/name).</source>
      <translation>{place} n’est pas un document STAC : il faut un catalogue, une collection ou un Item, ou le nom d’un dépôt (propriétaire/nom).</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} leads from one address to another without end.</source>
      <translation>{place} mène sans fin d’une adresse à une autre.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} refuses access ({status}): it may need a token, or its terms accepted on its page first.</source>
      <translation>{place} refuse l’accès ({status}) : il faut peut-être un jeton, ou d’abord accepter ses conditions sur sa page.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/web.py"></location>
      <source>{place} sends another part than was asked for.</source>
      <translation>{place} envoie une autre partie que celle demandée.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/commands.py"></location>
      <source>{program} failed:
{words}</source>
      <translation>{program} a échoué :
{words}</translation>
    </message>
    <message>
      <location filename="../processing/models/sessions.py"></location>
      <source>{reasons} Choose another execution provider, or allow the processor instead.</source>
      <translation>{reasons} Choisissez un autre fournisseur d’exécution, ou permettez le processeur à sa place.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>{seconds:g} s</source>
      <translation>{seconds:g} s</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>{share} (95 % interval: {low} to {high})</source>
      <translation>{share} (intervalle à 95 % : {low} à {high})</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/check_view.py"></location>
      <source>{share} of the classes</source>
      <translation>{share} des classes</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>{share}, measured {how}.</source>
      <translation>{share}, mesurée {how}.</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/client_page.py"></location>
      <source>{share}, stated for the model, not measured on this map.</source>
      <translation>{share}, indiquée pour le modèle, non mesurée sur cette carte.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>{sheet} claims a reference system that cannot be read (“{claim}”).</source>
      <translation>{sheet} annonce un système de référence illisible (« {claim} »).</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>{sheet} claims {crs}, but its coordinates ({range}) are no longitudes and latitudes.</source>
      <translation>{sheet} annonce {crs}, mais ses coordonnées ({range}) ne sont pas des longitudes et des latitudes.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>{sheet} claims {crs}, which puts its coordinates ({range}) {where}, outside of {area}.</source>
      <translation>{sheet} annonce {crs}, qui place ses coordonnées ({range}) {where}, hors de : {area}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet} holds {count} points twice: they count once, or merge them.</source>
      <translation>{sheet} contient {count} points en double : ils comptent une seule fois, ou fusionnez-les.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/drafts.py"></location>
      <source>{sheet} is being worked on in another QGIS: close it there first.</source>
      <translation>{sheet} est ouverte dans un autre QGIS : fermez-la d’abord là-bas.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet} is {stretch:.2f} times longer in one direction than in the other, by its {count} points; paper stretches by a few hundredths at most. Check their coordinates; a title page or an overview had better be left out.</source>
      <translation>D’après ses {count} points, {sheet} est {stretch:.2f} fois plus longue dans une direction que dans l’autre ; le papier ne s’étire que de quelques centièmes. Vérifiez leurs coordonnées ; mieux vaut laisser de côté une page de titre ou un plan d’assemblage.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet} puts one pixel (column {col:.1f}, row {row:.1f}) on several places of the ground: correct the points there, or average them.</source>
      <translation>{sheet} met un même pixel (colonne {col:.1f}, ligne {row:.1f}) à plusieurs endroits du sol : corrigez les points à cet endroit, ou prenez leur moyenne.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/run.py"></location>
      <source>{sheet} was not found on {reference}, so no points are written. {reasons}</source>
      <translation>{sheet} n’a pas été trouvée sur {reference}, aucun point n’est donc écrit. {reasons}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet} would lie on the ground as in a mirror: x and y are exchanged, or rows are counted from the other side. Exchange x and y in the file, or say which way rows count.</source>
      <translation>{sheet} serait au sol comme dans un miroir : x et y sont intervertis, ou les lignes sont comptées depuis l’autre côté. Intervertissez x et y dans le fichier, ou dites dans quel sens comptent les lignes.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/matching/report.py"></location>
      <source>{sheet}, on {reference}, by {matcher}</source>
      <translation>{sheet}, sur {reference}, par {matcher}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sets.py"></location>
      <source>{sheet}: a pixel is {found:.4g} m on the ground, where most sheets of the set have {usual:.4g} m. {reason}</source>
      <translation>{sheet} : un pixel vaut {found:.4g} m au sol, alors que la plupart des feuilles du jeu ont {usual:.4g} m. {reason}</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet}: a pixel is {found:.4g} m on the ground; at 1:{denominator:g} and {dpi:g} dpi it would be {expected:.4g} m. Check scale, resolution of the scan and the unit of the reference system.</source>
      <translation>{sheet} : un pixel vaut {found:.4g} m au sol ; au 1:{denominator:g} et à {dpi:g} ppp il vaudrait {expected:.4g} m. Vérifiez l’échelle, la résolution de la numérisation et l’unité du système de référence.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/sheets.py"></location>
      <source>{sheet}: {count} points lie outside of the image of {width} × {height} pixels: is it the image they were taken on, at its full size?</source>
      <translation>{sheet} : {count} points sont hors de l’image de {width} × {height} pixels : est-ce bien l’image sur laquelle ils ont été relevés, en pleine taille ?</translation>
    </message>
    <message>
      <location filename="../processing/doctor.py"></location>
      <source>{size:.1f} MB of at most {bound:.0f} MB</source>
      <translation>{size:.1f} Mo sur {bound:.0f} Mo au plus</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/searching.py"></location>
      <source>{size:.3g} MB</source>
      <translation>{size:.3g} Mo</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{source} asks for a user and a password, and was given none or wrong ones: choose an authentication configuration for the package index in the options of Relevé</source>
      <translation>{source} demande un utilisateur et un mot de passe, et n’en a pas reçu ou de faux : choisissez une configuration d’authentification pour l’index de paquets dans les options de Relevé</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{source} does not answer: is this computer connected, and is a proxy needed?</source>
      <translation>{source} ne répond pas : cet ordinateur est-il connecté, et faut-il un serveur mandataire ?</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{source} gave a package that is not the one this version of Relevé was tested with: its SHA-256 differs, as it was cut short on the way, or changed. It was not installed; try once more, use another index, or ask who runs this one</source>
      <translation>{source} a donné un paquet qui n’est pas celui avec lequel cette version de Relevé a été éprouvée : son SHA-256 diffère, parce qu’il a été coupé en route ou modifié. Il n’a pas été installé ; réessayez, prenez un autre index ou demandez au responsable de celui-ci</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/remote.py"></location>
      <source>{source} has no model “{item}”; it has: {names}.</source>
      <translation>{source} n’a pas de modèle « {item} » ; on y trouve : {names}.</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/remote.py"></location>
      <source>{source} has {count} models: say which (ITEM): {names}.</source>
      <translation>{source} a {count} modèles : dites lequel (ITEM) : {names}.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{source} is not encrypted, and pip does not trust it: give its address with https, or name its host under trusted-host in pip's own settings</source>
      <translation>{source} n’est pas chiffré, et pip ne s’y fie pas : donnez son adresse en https, ou nommez son hôte sous trusted-host dans les réglages de pip</translation>
    </message>
    <message>
      <location filename="../processing/models/indexes/remote.py"></location>
      <source>{source} offers no model.</source>
      <translation>{source} ne propose aucun modèle.</translation>
    </message>
    <message>
      <location filename="../plugin/installer/reasons.py"></location>
      <source>{source} offers no {package} for this Python. An index that lacks a package answers so, and so does the sign-in page of a network that stands before it: open {source} in a browser</source>
      <translation>{source} n’offre pas {package} pour ce Python. Un index auquel il manque un paquet répond ainsi, et aussi la page de connexion d’un réseau placée devant lui : ouvrez {source} dans un navigateur</translation>
    </message>
    <message>
      <location filename="../processing/models/summary.py"></location>
      <source>{text}, {least} at least</source>
      <translation>{text}, au moins {least}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>{title} (needed)</source>
      <translation>{title} (requis)</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/editing.py"></location>
      <source>{title} (proposed)</source>
      <translation>{title} (proposé)</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/job_dialog.py"></location>
      <source>{title} ({key}): fill it in first</source>
      <translation>{title} ({key}) : à remplir d’abord</translation>
    </message>
    <message>
      <location filename="../plugin/dialog/reports.py"></location>
      <source>{title}: done</source>
      <translation>{title} : terminé</translation>
    </message>
    <message>
      <location filename="../plugin/algorithms/parameters/vector.py"></location>
      <source>{title}: the layer cannot be read</source>
      <translation>{title} : la couche ne peut pas être lue</translation>
    </message>
    <message>
      <location filename="../processing/models/editing/values.py"></location>
      <source>{title}: {problem}</source>
      <translation>{title} : {problem}</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>{told} tell of the dates of “{main}”; those of “{name}” are others: the map is wrong where the model takes them for the same. Give both series images of the same dates.</source>
      <translation>{told} : dates de « {main} » ; celles de « {name} » sont autres : la carte est fausse là où le modèle les prend pour les mêmes. Donnez aux deux séries des images des mêmes dates.</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/words.py"></location>
      <source>{used} of {count} points</source>
      <translation>{used} points sur {count}</translation>
    </message>
    <message>
      <location filename="../processing/cli.py"></location>
      <source>{value!r} is not KEY=VALUE</source>
      <translation>{value!r} n’est pas de la forme CLÉ=VALEUR</translation>
    </message>
    <message>
      <location filename="../plugin/docks/georeference/welcome.py"></location>
      <source>{words}; its image is gone</source>
      <translation>{words} ; son image a disparu</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/panel.py"></location>
      <source>{words}; looking for more…</source>
      <translation>{words} ; recherche en cours…</translation>
    </message>
    <message>
      <location filename="../processing/raster/polygon_layer.py"></location>
      <source>{written} polygons of {count} were written</source>
      <translation>{written} polygones sur {count} ont été écrits</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/iiif.py"></location>
      <source>“Annotation” or “AnnotationPage”</source>
      <translation>« Annotation » ou « AnnotationPage »</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/points/iiif.py"></location>
      <source>“Point”</source>
      <translation>« Point »</translation>
    </message>
    <message>
      <location filename="../processing/inference/checks.py"></location>
      <source>“none”</source>
      <translation>« none »</translation>
    </message>
    <message>
      <location filename="../processing/models/detection.py"></location>
      <source>“{key}” of the card must be a list of objects: correct the card.</source>
      <translation>« {key} » de la fiche doit être une liste d’objets : corrigez la fiche.</translation>
    </message>
    <message>
      <location filename="../processing/inference/scene.py"></location>
      <source>“{name}” takes the images of these dates: {dates}.</source>
      <translation>« {name} » prend les images de ces dates : {dates}.</translation>
    </message>
    <message>
      <location filename="../processing/oldmaps/places/claims.py"></location>
      <source>“{place}” is no known place: give one of {names}</source>
      <translation>« {place} » n’est pas un lieu connu : donnez l’un de {names}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>“{text}” is no colour such as #1b9e77</source>
      <translation>« {text} » n’est pas une couleur comme #1b9e77</translation>
    </message>
    <message>
      <location filename="../processing/raster/reference_systems.py"></location>
      <source>“{text}” is no known coordinate reference system: give a code such as EPSG:2154, WKT, a PROJ string, or one of {names}</source>
      <translation>« {text} » n’est pas un système de coordonnées de référence connu : donnez un code comme EPSG:2154, du WKT, une chaîne PROJ, ou l’un de {names}</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/numbers.py"></location>
      <source>“{text}” is no number</source>
      <translation>« {text} » n’est pas un nombre</translation>
    </message>
    <message>
      <location filename="../plugin/docks/models/fields/classes.py"></location>
      <source>“{text}” is no whole number</source>
      <translation>« {text} » n’est pas un nombre entier</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>… running</source>
      <translation>… en cours</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>■ cancelled</source>
      <translation>■ annulée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>⚡ interrupted</source>
      <translation>⚡ interrompue</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>✓ done</source>
      <translation>✓ terminée</translation>
    </message>
    <message>
      <location filename="../plugin/docks/runs/words.py"></location>
      <source>✗ failed</source>
      <translation>✗ échouée</translation>
    </message>
  </context>
</TS>
