package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Packs resources as their JSON text. */
record PackedResources(Packer packer) {
  byte[] pack(ObjectNode resource) {
    return packer.pack(Json.write(resource));
  }

  ObjectNode unpack(byte[] packed) {
    try {
      return (ObjectNode) Json.read(packer.unpack(packed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A resource that the sandbox packed cannot be read", e);
    }
  }
}
