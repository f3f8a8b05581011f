#!/usr/bin/env bash
# Link this checkout into a QGIS profile: `tools/link.sh [FOLDER OF THE PROFILE]`. QGIS says where the default one is.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=${1:-}
if [ -z "$profile" ]; then
  profile=$(env -u VIRTUAL_ENV -u PYTHONPATH PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen /usr/bin/python3 - 2>/dev/null <<'PYTHON' | tail -n 1
from qgis.core import QgsUserProfileManager
from qgis.PyQt.QtCore import QCoreApplication, QStandardPaths

# The desktop's own names: without them Qt answers with another folder.
QCoreApplication.setOrganizationName("QGIS")
QCoreApplication.setApplicationName("QGIS3")
base = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.AppDataLocation)[0]
profiles = QgsUserProfileManager.resolveProfilesFolder(base)
print(f"{profiles}/{QgsUserProfileManager(profiles).defaultProfileName() or 'default'}")
PYTHON
  ) || { echo "relevé: QGIS does not say where its profile is: say make link PROFILE=<folder>." >&2; exit 1; }
fi
mkdir -p "$profile/python/plugins"
if [ -e "$profile/python/plugins/releve" ] && [ ! -L "$profile/python/plugins/releve" ]; then
  echo "relevé: $profile/python/plugins/releve is an installed copy: uninstall it in QGIS first." >&2
  exit 1
fi
ln -sfn "$PWD" "$profile/python/plugins/releve"
echo "Linked: $profile/python/plugins/releve. Tick Relevé in QGIS, under Plugins > Manage and Install Plugins."
