package org.plpython.descriptor;

import org.plpython.yaml.YamlFile;

/**
 * An entry of a descriptor.
 *
 * @param options that are its keys
 */
record Entry(YamlFile file, Section section, Options options) {

  Place place() {
    return options.place();
  }
}
