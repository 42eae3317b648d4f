# The short way in. On a bare Debian 12 each target installs what it is missing first; a second run
# does no needless work.
.DEFAULT_GOAL := help
.PHONY: help build install package report test bench accept accept-readers asan tsan format clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

build: ## install what is missing, configure, build (build/release)
	@tools/build.sh release

PREFIX ?= /usr/local

install: ## put program, rules, manual page and completions under PREFIX (/usr/local), below DESTDIR
	@tools/build.sh release crosscheck guide
	@cmake --install build/release --prefix "$(PREFIX:~/%=$(HOME)/%)"

package: ## make a Debian package, build/release/package/crosscheck_*.deb
	@tools/build.sh release crosscheck guide
	@tools/bootstrap.sh package
	@cpack --config build/release/CPackConfig.cmake

report: ## cross-check corpus/openai-aws, write reports/openai-aws, print the summary
	@tools/build.sh release crosscheck
	@tools/report.sh openai-aws

test: ## build and run every test
	@tools/test.sh release

bench: ## build and run the speed benchmarks
	@tools/bench.sh

accept: ## write reports/ anew for every folder of corpus/; read the diff before you commit it
	@tools/build.sh release crosscheck
	@tools/report.sh --quiet $(notdir $(patsubst %/,%,$(wildcard corpus/*/)))

accept-readers: ## write what is read of tests/fixtures/readers anew; read the diff before you commit it
	@tools/build.sh release
	@build/release/tests/crosscheck_tests "[accept-readers]"

asan: ## run every test under the address and undefined-behaviour sanitizers
	@tools/test.sh asan

tsan: ## run every test under the thread sanitizer
	@tools/test.sh tsan

format: ## format the C++ sources in place
	@tools/bootstrap.sh format
	@git ls-files -z --cached --others --exclude-standard -- '*.h' '*.cpp' | xargs -0 -r clang-format -i

clean: ## remove build/
	@rm -rf build
