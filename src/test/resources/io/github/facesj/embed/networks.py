"""Makes colours.onnx and brightness.onnx: networks small enough to check by hand.

colours.onnx gives the mean of each of the three channels; brightness.onnx one number, the mean of
all. Both take float32 [1, 3, height, width]. Run with onnx 1.12:  python3 networks.py
"""
import onnx
from onnx import TensorProto, helper


def save(name, output, numbers, nodes):
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, "h", "w"])
    result = helper.make_tensor_value_info(output, TensorProto.FLOAT, [1, numbers])
    graph = helper.make_graph(nodes, name, [image], [result])
    opset = helper.make_opsetid("", 13)
    model = helper.make_model(graph, producer_name="networks.py", opset_imports=[opset])
    model.ir_version = 7
    onnx.checker.check_model(model)
    onnx.save(model, name + ".onnx")


save(
    "colours",
    "logits",
    3,
    [helper.make_node("ReduceMean", ["image"], ["logits"], axes=[2, 3], keepdims=0)],
)
save(
    "brightness",
    "number",
    1,
    [
        helper.make_node("ReduceMean", ["image"], ["means"], axes=[2, 3], keepdims=0),
        helper.make_node("ReduceMean", ["means"], ["number"], axes=[1], keepdims=1),
    ],
)
