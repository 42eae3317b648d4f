// `explain` and `why-not`: the report is made anew, which gives the same findings and ids, and one finding or two claims of
// it are told in words. Unread input is status 3 here, too; a name that the report does not have is bad usage.
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

/// The report, and `tell` on it; `tell` gives the text or a fault.
template <class Tell>
int told(Invocation& invocation, Tell&& tell) {
  return with_report(invocation, [&](const Rulebook& rulebook, const Report& report) {
    const Result<std::string> text = tell(rulebook, report);
    if (!text.ok()) return complain_of(text.fault());
    print(text.value());
    return 0;
  });
}

}  // namespace

int command_explain(Invocation& invocation) {
  return told(invocation, [&](const Rulebook& rulebook, const Report& report) -> Result<std::string> {
    const auto named = finding_named(report, invocation.finding);
    if (!named.ok()) return named.fault();
    const Finding& finding = report.findings[named.value()];
    return render_finding(report, rulebook, finding, explain_finding(rulebook, report, finding), invocation.look);
  });
}

int command_why_not(Invocation& invocation) {
  return told(invocation, [&](const Rulebook& rulebook, const Report& report) -> Result<std::string> {
    const auto a = claim_named(report, invocation.claim), b = claim_named(report, invocation.other_claim);
    if (!a.ok()) return a.fault();
    if (!b.ok()) return b.fault();
    if (a.value() == b.value())
      return Fault{Who::setup, "one-claim", "both name " + report.claims[a.value()].id + "; name two claims to compare",
                   ""};
    return render_explanation(report, rulebook, explain_claims(rulebook, report, a.value(), b.value()),
                              invocation.look);
  });
}

}  // namespace crosscheck
