// Finds the faces of every photo of a folder, and writes one table of all: what 02_Detect_Folder.ijm
// does, through the Java API. Start from here where you want to do something else with each face.
//
// In Fiji: File > New > Script..., Templates > FacesJ, Run.
#@ String (label = "Photo folder", style = "directory") input
#@ String (label = "Table (CSV)", style = "save") output
#@ double (label = "Smallest face (pixels)", value = 0) smallest
#@ io.github.facesj.fiji.FacesService faces
#@output String report

import io.github.facesj.analysis.FaceAnalyzer
import io.github.facesj.batch.PhotoBatch
import io.github.facesj.detect.SearchOptions
import io.github.facesj.table.FaceRow
import io.github.facesj.table.FaceSchema
import io.github.facesj.photo.PhotoFolder
import io.github.facesj.model.Task
import io.github.facesj.run.Progress
import java.nio.file.Path

folder = Path.of(input)
detector = faces.open("facesj-detector", Task.DETECTION)
options = SearchOptions.builder().smallest(smallest).build()
how = FaceAnalyzer.provenance(detector.card(), options)
rows = []
// One analyzer for each thread; the results come one by one, in the order of the photos.
run = new PhotoBatch(folder, { FaceAnalyzer.detecting(detector, options) }, faces.threads())
detect = { analyzer, page, image, stop -> analyzer.analyze(image, stop) } // faces of one page
count = { found -> found.size() }
report = run.pages(PhotoFolder.of(folder).listing(Progress.SILENT), detect, count, { page, result ->
    photo = PhotoFolder.relative(folder, page.photo())
    slice = page.number() + 1
    rows.addAll(result.fault().isPresent()
        ? [FaceRow.failed(photo, slice, result.fault().get().sentence(), how)]
        : FaceRow.of(photo, slice, result.value().get(), how)) // here is your place
}, Progress.SILENT).summary()
FaceSchema.table(rows).write(Path.of(output)) // whole, or not at all
