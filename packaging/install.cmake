# What `make install` and `make package` put where. The manual page and the completions are written by the program
# itself, from the tree that parses its command line.
set(guide ${PROJECT_BINARY_DIR}/guide)
set(guide_files ${guide}/crosscheck.1.gz ${guide}/crosscheck ${guide}/_crosscheck ${guide}/crosscheck.fish
    ${guide}/changelog.gz ${guide}/changelog.Debian.gz)
add_custom_command(OUTPUT ${guide_files}
                   COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:crosscheck> -DOUTPUT=${guide}
                           -P ${PROJECT_SOURCE_DIR}/packaging/guide.cmake
                   DEPENDS crosscheck ${PROJECT_SOURCE_DIR}/packaging/guide.cmake ${PROJECT_SOURCE_DIR}/CHANGELOG.md
                           ${PROJECT_SOURCE_DIR}/packaging/changelog
                   COMMENT "Writing the manual page and the completions" VERBATIM)
add_custom_target(guide ALL DEPENDS ${guide_files})

install(TARGETS crosscheck RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/crosscheck/rules)
install(FILES ${guide}/crosscheck.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${guide}/crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${guide}/_crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${guide}/crosscheck.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md docs/gate.md packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crosscheck)
install(DIRECTORY docs/ci DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crosscheck/examples)
install(FILES ${guide}/changelog.gz ${guide}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/crosscheck)

# --- The Debian package: `make package` ----------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME crosscheck)
set(CPACK_PACKAGE_CONTACT "crosscheck developers <crosscheck@localhost>")
set(CPACK_PACKAGE_FILE_NAME crosscheck)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-data)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cross-checks figures and dates between articles")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"crosscheck reads what several sources wrote about one story, extracts every
figure and date with its place, finds the claims of different articles that
are about one fact, and says where they agree, where one refines the other,
and where both cannot be true. Every finding quotes its sources. It works
offline and gives the same bytes for the same input.")
include(CPack)
