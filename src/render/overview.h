// What every format wants to know of a report before it writes a line: names, counts, and which claim stands
// in which finding. Made once, in time linear in the report. Private to src/render/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"

namespace crosscheck::rendering {

class Overview {
 public:
  explicit Overview(const Report& report, const Workers& workers = {});

  const Report& report() const { return *report_; }
  /// The shortest end of the path that no other document has: "brief.txt".
  const std::string& name(std::uint32_t document) const { return names_[document]; }
  std::size_t stories() const { return stories_; }
  std::size_t independent_sources() const { return independent_; }
  std::size_t count(Relation relation) const { return findings_of_[static_cast<std::size_t>(relation)].size(); }
  /// Indices of the findings of a relation, in the report's order.
  const std::vector<std::uint32_t>& findings(Relation relation) const {
    return findings_of_[static_cast<std::size_t>(relation)];
  }
  /// One claim a fact that no finding takes up; facts that a frame knows first.
  const std::vector<std::uint32_t>& said_once() const { return said_once_; }
  /// Findings that quote the claim, as a side or as an input of a derivation; worst first.
  const std::vector<std::uint32_t>& findings_with(std::uint32_t claim) const { return findings_with_[claim]; }
  const Group* group_with(std::uint32_t claim) const;

  /// Are some documents there only to be compared with?
  bool gate() const { return gate_; }
  bool is_copy(std::uint32_t document) const;
  const DocumentFacts* facts(std::uint32_t document) const;
  std::string published(std::uint32_t document) const;    ///< EDTF, or empty
  std::string headline(std::uint32_t document) const;     ///< title, first heading, else the id
  std::string location(std::uint32_t claim) const;        ///< "brief.txt:7:1203", "brief.md (title)"
  std::string brief_location(std::uint32_t claim) const;  ///< "brief-…:7:1203", where the file needs no opening
  std::string label(std::uint32_t claim) const;           ///< its group's, else made from its roles
  std::string fact(const Finding& finding) const;         ///< its group's label, else its summary
  /// A side's claims so that each document comes once before any comes twice, copies last.
  std::vector<std::uint32_t> in_quoting_order(const std::vector<std::uint32_t>& claims) const;
  /// Independent documents among the claims.
  std::size_t sources_of(const Side& side) const;

 private:
  void name_documents();
  void shorten_names();
  std::string located(const std::string& name, const Claim& claim) const;
  void index_findings();
  void find_said_once();

  const Report* report_;
  std::vector<std::string> names_;
  std::vector<std::string> brief_names_;
  bool gate_ = false;
  std::size_t stories_ = 0;
  std::size_t independent_ = 0;
  std::array<std::vector<std::uint32_t>, 6> findings_of_;
  std::vector<std::vector<std::uint32_t>> findings_with_;
  std::vector<std::optional<std::uint32_t>> group_with_;
  std::vector<std::uint32_t> said_once_;
};

/// The derivations that imply a side's value, by index; and those that belong to no side.
struct Derived {
  std::vector<std::vector<std::uint32_t>> of_side;
  std::vector<std::uint32_t> loose;
};
Derived derived_by_side(const Finding& finding);

/// "5 articles, 1 story, 5 independent sources".
std::string corpus_words(const Overview& overview);
/// "4 contradictions, 7 agreements, 38 said once": contradictions, agreements and said once always, others when any.
std::string findings_words(const Overview& overview);
/// What was decided about a finding: "dismissed by mk: the ministry counts the missing (until 2027-01-01)"; empty: nothing.
std::string decision_words(const Report& report, const Finding& finding);
/// What to say of reviews, baseline and comments, a paragraph each; none when there is nothing.
std::vector<std::string> decided_words(const Report& report);
/// What to say where there is nothing to show; empty when there are contradictions or inconsistencies.
std::string verdict_words(const Overview& overview);

}  // namespace crosscheck::rendering
