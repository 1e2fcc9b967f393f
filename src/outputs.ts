/** Every output of the action. `action.yml` and the README's table are generated from this list. */
export const OUTPUTS = {
  verdict: '`passed`, `regressed`, `inconclusive` or `no-baseline`.',
  regressions: 'Number of findings: measurements that surely got worse.',
  'report-path':
    'The folder with `comment.md`, `report.html`, `result.json`, `run.json` and `requests.jsonl`, to upload as an artifact.',
  'result-path': 'Path of `result.json`.',
  'comment-url': 'The pull-request comment; empty where none was written.',
  'baseline-version': 'The version that was compared with; empty where there was none.',
  traces: "Number of the build's traces that were found whole.",
} as const satisfies Readonly<Record<string, string>>;

export type OutputName = keyof typeof OUTPUTS;
