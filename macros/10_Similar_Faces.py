# Says for each face of a folder which face of another photo is most like it, and writes that as a table:
# photo, face, similar, face2, cosine (1: the same picture, 0: nothing in common), most alike first.
#
# In Fiji: File > New > Script..., Templates > FacesJ, Run. (Fiji's Python is Jython: it talks to Java.)
#@ String (label = "Photo folder", style = "directory") input
#@ String (label = "Table (CSV)", style = "save") output
#@ io.github.facesj.fiji.FacesService faces
#@output String report

from io.github.facesj.detect import SearchOptions
from io.github.facesj.table import Column, Table, Unit
from io.github.facesj.fiji import Recognizers
from io.github.facesj.photo import PhotoFolder, PhotoReader
from io.github.facesj.run import FacesException, Progress
from java.nio.file import Paths
from java.util import Optional

recognizer = Recognizers(
    faces, "facesj-detector", SearchOptions.defaults(),
    Recognizers.DEFAULT_EMBEDDER, Optional.empty(), Optional.empty()).create()

folder = Paths.get(input)
found = []  # photo, number of the face, embedding
problems = []
for photo in PhotoFolder.list(folder, Progress.SILENT):
    name = PhotoFolder.relative(folder, photo)
    try:
        some = recognizer.recognize(PhotoReader.read(photo), Progress.SILENT)
    except FacesException as e:  # one bad photo is one problem; the rest goes on
        problems.append(e.getMessage())
        continue
    for number, face in enumerate(some):
        found.append((name, number + 1, face.embedding().get()))

rows = []
for name, number, embedding in found:
    others = [(embedding.cosine(e), n, i) for n, i, e in found if n != name]
    if others:
        cosine, other, second = max(others, key=lambda o: o[0])
        rows.append([name, number, other, second, cosine])
rows.sort(key=lambda row: -row[4])

columns = [
    Column.text("photo", "its name"), Column.whole("face", "its number on the photo"),
    Column.text("similar", "the photo with the most similar face"), Column.whole("face2", "that face's number"),
    Column.decimal("cosine", Unit.NONE, "1 for the same picture, 0 for nothing in common")]
Table(columns, [[Optional.of(cell) for cell in row] for row in rows], []).write(Paths.get(output))
report = "\n".join(["%d faces compared, %d photos could not be read" % (len(found), len(problems))] + problems)
