//! The theme: colours for light and dark, chosen by the reader's system, and never the only sign of anything.

/// The style sheet of every figure. Colours are written out, not as variables, since many SVG readers know no
/// variables.
pub(crate) const STYLE: &str = "\
text{fill:#1c2330;font-family:Inter,system-ui,'DejaVu Sans',sans-serif;font-size:13px}\
.n{font-size:12px}.xs{font-size:11px}.b{font-weight:600}.t{font-weight:600;font-size:17px}\
.m{font-family:'JetBrains Mono','DejaVu Sans Mono',monospace;font-size:12px;white-space:pre}\
.it{font-style:italic}.strong{font-weight:600}\
.soft{fill:#5b667a}.ghost{fill:#737d90}.chg{fill:#9a4a06}.bad{fill:#b42318}.inv{fill:#fff}\
.page{fill:#fff}.card{fill:#f7f8fb;stroke:#d5dae3}.gap{fill:none;stroke:#c3cad6;stroke-dasharray:3 4}\
.frame{fill:#eaf1fd;stroke:#2f6fde}.bar-stack{fill:#2f6fde}.bar-heap{fill:#c2571a}.bar-data{fill:#0f8b6d}\
.bar-code{fill:#7c5cd6}.bar-guard{fill:#b42318}.heap{fill:#fdf1ea;stroke:#c2571a}.data{fill:#e8f6f1;stroke:#0f8b6d}\
.rule{stroke:#1c2330;stroke-width:2}.hair{stroke:#8fa3c4;stroke-width:1;opacity:.5}\
.pill{fill:#1c2330}.hot{fill:#ffefd9}.dead{fill:url(#h);stroke:#98a1b2;stroke-dasharray:5 4}\
.veil{fill:#fff;opacity:.8}.hatch{fill:url(#h)}.hb{fill:#f3f4f7}.hl{stroke:#cfd5df;stroke-width:2}\
.arrow{fill:none;stroke:#2f6fde;stroke-width:1.5}.broken{fill:none;stroke:#b42318;stroke-width:1.5;stroke-dasharray:4 3}\
.lead{fill:none;stroke:#667085}.head{fill:#2f6fde}.tip{fill:#b42318}\
@media (prefers-color-scheme:dark){\
text{fill:#e7eaf0}.soft{fill:#a3acbd}.ghost{fill:#98a2b6}.chg{fill:#f3b768}.bad{fill:#ff8a80}.inv{fill:#14181f}\
.page{fill:#14181f}.card{fill:#1b212b;stroke:#39414f}.gap{stroke:#465062}\
.frame{fill:#1d2a40;stroke:#7aa7f7}.bar-stack{fill:#7aa7f7}.bar-heap{fill:#e79560}.bar-data{fill:#4cc3a2}\
.bar-code{fill:#b19cf0}.bar-guard{fill:#ff8a80}.heap{fill:#33241a;stroke:#e79560}.data{fill:#15302a;stroke:#4cc3a2}\
.rule{stroke:#e7eaf0}.hair{stroke:#7aa7f7;opacity:.35}.pill{fill:#e7eaf0}.hot{fill:#45331a}.dead{stroke:#78829a}\
.veil{fill:#14181f;opacity:.8}.hb{fill:#1b212b}.hl{stroke:#39414f}.arrow{stroke:#7aa7f7}.broken{stroke:#ff8a80}\
.lead{stroke:#98a1b2}.head{fill:#7aa7f7}.tip{fill:#ff8a80}}";

/// The hatching of dead bytes and the arrow head.
pub(crate) const DEFINITIONS: &str = "\
<defs><pattern id=\"h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"hb\"/>\
<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hl\"/></pattern>\
<marker id=\"b\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" class=\"tip\"/></marker>\
<marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" class=\"head\"/></marker></defs>";
