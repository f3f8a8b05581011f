"""The coordinates of two nodes of a graticule, or of one and the spacing, which give those of all others."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...i18n import number, tr
from .proposals import Proposals


class NodeLabels(QWidget):
    """Shown while nodes have no place on the ground: the chosen one is labelled here."""

    complete = pyqtSignal(str, object)
    """The labels as the backend reads them, and the spacing or None."""
    refused = pyqtSignal(str)

    def __init__(self, proposals: Proposals, parent=None):
        super().__init__(parent)
        self._proposals = proposals
        self._labels: dict[str, str] = {}  # name of the node → label as the backend reads it
        self._what = QLabel()
        self._what.setWordWrap(True)
        self._node = QLabel()
        self.x = self._field("releveNodeX", tr("X of the node"))
        self.y = self._field("releveNodeY", tr("Y of the node"))
        self.spacing = self._field("releveNodeSpacing", tr("Spacing of the lines on the ground"))
        self.spacing.setPlaceholderText(tr("Spacing"))
        self.button = QPushButton(tr("&Label the node"))
        self.button.setObjectName("releveLabelNode")
        self.button.clicked.connect(self.label)
        self._lay_out()
        proposals.changed.connect(self._show)
        proposals.chosen_changed.connect(self._show)
        self._show()

    def _field(self, name: str, spoken: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setToolTip(spoken)
        field.returnPressed.connect(self._go_on)
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (
            self._node,
            QLabel(tr("X")),
            self.x,
            QLabel(tr("Y")),
            self.y,
            self.spacing,
            self.button,
        ):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._what)
        column.addLayout(row)

    def _show(self) -> None:
        nodes = [one for one in self._proposals.pending if one.x is None]
        self._labels = {name: text for name, text in self._labels.items() if self._proposals.proposal(name)}
        self.setVisible(bool(nodes))
        self._node.setText(self._proposals.chosen)
        self._what.setText(
            tr(
                "{count} nodes were found. Choose one, type its coordinates in {crs}, then those of another "
                "one; or type the spacing of the lines as well."
            ).format(count=len(nodes), crs=self._proposals.crs.userFriendlyIdentifier())
        )

    def _go_on(self) -> None:
        """Enter leads from X to Y, and from there to the label."""
        if self.sender() is self.x and not self.y.text().strip():
            self.y.setFocus()
        else:
            self.label()

    def label(self) -> None:
        """Label the chosen node; with a second one or the spacing, that is all that is needed."""
        node = self._proposals.proposal(self._proposals.chosen)
        x, y = number(self.x.text()), number(self.y.text())
        spacing = number(self.spacing.text())
        if node is None or x is None or y is None:
            self.refused.emit(tr("Choose a node, and type a number for its X and one for its Y."))
            return
        if spacing is None and self.spacing.text().strip():
            self.refused.emit(tr("{name} needs a number.").format(name=self.spacing.accessibleName()))
            return
        self._labels[node.id] = f"{node.col!r},{node.row!r}={x!r},{y!r}"
        for field in (self.x, self.y):
            field.clear()
        if len(self._labels) >= 2 or spacing is not None:
            text, self._labels = "; ".join(self._labels.values()), {}
            self.complete.emit(text, spacing)
        else:
            self.refused.emit(tr("Node {id} is labelled. Now choose another one.").format(id=node.id))
            self.x.setFocus()
