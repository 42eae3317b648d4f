# Writes the C++ source that holds the files of the HTML page, byte for byte:
#   cmake -DROOT=src/render/html -DFILES="page/a.js;vendor/b.js" -DOUT=page_files.cpp -P tools/embed.cmake
# Each is a raw string, so none may hold `)embedded~"` or a NUL; tests/unit/page_test.cpp compares them with the files.
set(rows "")
foreach(name IN LISTS FILES)
  file(READ "${ROOT}/${name}" bytes)
  string(APPEND rows "      {\"${name}\", R\"embedded~(${bytes})embedded~\"},\n")
endforeach()
file(WRITE "${OUT}" "// Written by tools/embed.cmake.
#include \"render/html/html.h\"

namespace crosscheck::rendering::html {

const std::vector<PageFile>& page_files() {
  static const std::vector<PageFile> kFiles = {
${rows}  };
  return kFiles;
}

}  // namespace crosscheck::rendering::html
")
