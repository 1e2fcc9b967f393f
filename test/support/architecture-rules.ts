import { posix } from 'node:path';
import ts from 'typescript';

/** Sources by their path below the project, such as `src/trace/trace.ts`. */
export type Sources = ReadonlyMap<string, string>;

const EDGES = ['src/index.ts', 'src/cli.ts'];
/** The commands of the one edge: part of it. */
const COMMANDS = 'src/cli/';
const OUTSIDE = ['src/adapters/', 'src/local/'];
const PURE_STAGES = ['src/trace/', 'src/compare/', 'src/baseline/', 'src/export/', 'src/report/'];
const STAGES = [
  'scenario',
  'gate-file',
  'import',
  'export',
  'drive',
  'collect',
  'trace',
  'baseline',
  'compare',
  'report',
  'run',
  'adapters',
  'local',
];

/** Node's modules that neither read nor write nor know the time. */
const PURE_NODE_MODULES = ['node:path', 'node:url', 'node:util', 'node:buffer'];
const IMPURE_GLOBALS = [
  'process',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
  'console',
  'Promise',
];

/** What breaks the design's import rules, a line each; empty when nothing does. */
export function violations(sources: Sources): string[] {
  const imports = new Map([...sources].map(([path, text]) => [path, importsOf(path, text)]));
  return [
    ...outsideWorld(imports),
    ...adaptersAndLocal(imports),
    ...impurities(sources),
    ...cycles(imports, 'files'),
    ...cycles(stageImports(imports), 'stages'),
    ...traceStandsAlone(imports),
  ];
}

type Imports = ReadonlyMap<string, readonly string[]>;

/** Module names of packages, project paths of files. */
function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName).replace(/\.js$/, '.ts') : fileName,
    );
}

function outsideWorld(imports: Imports): string[] {
  return eachImport(imports, (path, name) => {
    const io =
      (name.startsWith('node:') && !PURE_NODE_MODULES.includes(name)) ||
      /^(@actions|@aws-sdk|@smithy|undici)\b/.test(name);
    return io && !OUTSIDE.some((folder) => path.startsWith(folder))
      ? `${path} imports ${name}: only adapters/ and local/ touch the outside.`
      : null;
  });
}

function adaptersAndLocal(imports: Imports): string[] {
  return eachImport(imports, (path, name) => {
    const within = (folder: string) => path.startsWith(folder);
    const edge = EDGES.includes(path) || within(COMMANDS);
    if (name.startsWith('src/adapters/') && !edge && !within('src/adapters/')) {
      return `${path} imports ${name}: only the edges import adapters/.`;
    }
    if (name.startsWith('src/local/') && !edge && !within('src/adapters/') && !within('src/local/')) {
      return `${path} imports ${name}: only the edges and adapters/ import local/.`;
    }
    if (name.startsWith(COMMANDS) && path !== 'src/cli.ts' && !within(COMMANDS)) {
      return `${path} imports ${name}: only cli.ts imports cli/.`;
    }
    return EDGES.includes(name) ? `${path} imports ${name}: nobody imports an edge.` : null;
  });
}

function traceStandsAlone(imports: Imports): string[] {
  return eachImport(imports, (path, name) =>
    path.startsWith('src/trace/') && name.startsWith('src/') && !name.startsWith('src/trace/')
      ? `${path} imports ${name}: trace/ imports no other stage.`
      : null,
  );
}

function eachImport(imports: Imports, judge: (path: string, name: string) => string | null): string[] {
  return [...imports].flatMap(([path, names]) => names.flatMap((name) => judge(path, name) ?? []));
}

function impurities(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    if (!PURE_STAGES.some((stage) => path.startsWith(stage))) continue;
    const visit = (node: ts.Node): void => {
      const name = impurityOf(node);
      if (name !== null) found.push(`${path} uses ${name}: this stage has no async, clock, chance or process.`);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  }
  return found;
}

function impurityOf(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return 'async';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'Math.random';
  if (!ts.isIdentifier(node) || !IMPURE_GLOBALS.includes(node.text)) return null;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isName = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
  return isMember || isName ? null : node.text;
}

function stageImports(imports: Imports): Imports {
  const stageOf = (path: string) => STAGES.find((stage) => path.startsWith(`src/${stage}/`));
  const stages = new Map<string, Set<string>>();
  for (const [path, names] of imports) {
    const from = stageOf(path);
    if (from === undefined) continue;
    const to = names.map(stageOf).filter((stage) => stage !== undefined && stage !== from);
    stages.set(from, new Set([...(stages.get(from) ?? []), ...(to as string[])]));
  }
  return new Map([...stages].map(([stage, to]) => [stage, [...to]]));
}

function cycles(imports: Imports, what: string): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(`${what} import each other in a circle: ${[...trail.slice(at), path].join(' → ')}.`);
      return;
    }
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) if (imports.has(next)) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}
