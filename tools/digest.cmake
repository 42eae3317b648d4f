# Writes OUTPUT, which defines crosscheck::NAME: a digest of the files SOURCES.
set(all "")
foreach(source IN LISTS SOURCES)
  file(SHA256 ${source} one)
  string(APPEND all ${one})
endforeach()
string(SHA256 digest "${all}")
string(SUBSTRING ${digest} 0 16 digest)
file(WRITE ${OUTPUT} "namespace crosscheck {\nextern const char* const ${NAME};\nconst char* const ${NAME} = \"${digest}\";\n}\n")
