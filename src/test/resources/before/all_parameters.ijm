// Calls as a user of before wrote them, each with all parameters that there were.
d = getArgument();
search = "model=facesj-detector own=[] score=0.4 overlap=0.3 smallest=0 turns=false flip=true border=false scales=1 tiles=0 join=nms square=none";
run("Detect in Folder...", search + " input=[" + d + "/photos] output=[" + d + "/detect.csv] drawings=[]");
run("Build Gallery...", "action=build input=[" + d + "/people] gallery=[" + d + "/gallery.csv] " + search + " embedder=facesj-embedder mirror=card points=card quality=0 person=[] name=[] photo=[]");
run("Identify in Folder...", search + " gallery=[" + d + "/gallery.csv] embedder=gallery mirror=card points=card threshold=0 best=2 input=[" + d + "/photos] output=[" + d + "/identify.csv]");
run("Open Photo...", "path=[" + d + "/photos/ada_3.jpg]");
run("Find Landmarks...", search + " source=detect slices=current landmarks=facesj-landmarks68 ownlandmarks=[] average=false pose=points overlay=true lines=false manager=false table=true csv=[" + d + "/landmarks.csv]");
run("Embed Faces...", search + " source=detect slices=current embedder=facesj-embedder ownembedder=[] mirror=card points=card table=true csv=[" + d + "/embeddings.csv] npy=[]");
run("Index Folder...", "input=[" + d + "/photos] archive=[" + d + "/archive.facesj]");
run("Cluster Archive...", "archive=[" + d + "/archive.facesj] csv=[" + d + "/clusters.csv]");
run("Identify in Archive...", "archive=[" + d + "/archive.facesj] gallery=[" + d + "/gallery.csv] csv=[" + d + "/archive_who.csv] apply=true");
run("Find Similar...", "archive=[" + d + "/archive.facesj] best=8 csv=[" + d + "/similar.csv]");
run("Export People...", "archive=[" + d + "/archive.facesj] input=[" + d + "/photos] output=[" + d + "/people.exported]");
run("Export Faces...", "input=[" + d + "/archive.facesj] photos=[" + d + "/photos] format=csv output=[" + d + "/exported_archive.csv]");
run("Export Faces...", "input=[" + d + "/landmarks.csv] format=csv output=[" + d + "/points.csv]");
