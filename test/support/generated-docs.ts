import { INPUTS } from '../../src/input-list.js';
import { OUTPUTS } from '../../src/outputs.js';

/** The `inputs:` and `outputs:` of action.yml. */
export function actionYaml(): string {
  const inputs = Object.entries(INPUTS).map(([name, input]) =>
    [
      `  ${name}:`,
      `    description: ${quoted(input.description)}`,
      `    required: ${'required' in input}`,
      ...(input.default === '' ? [] : [`    default: ${quoted(input.default)}`]),
    ].join('\n'),
  );
  const outputs = Object.entries(OUTPUTS).map(
    ([name, description]) => `  ${name}:\n    description: ${quoted(description)}`,
  );
  return `inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The README's table of inputs. */
export function inputsTable(): string {
  const rows = Object.entries(INPUTS).map(([name, input]) => {
    const byDefault = 'required' in input ? '**required**' : input.default === '' ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${byDefault} | ${cell(input.description)} |`;
  });
  return ['| Input | Default | |', '|-|-|-|', ...rows].join('\n');
}

/** The README's table of outputs. */
export function outputsTable(): string {
  const rows = Object.entries(OUTPUTS).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return ['| Output | |', '|-|-|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** `text` with what stands between `<!-- name -->` and `<!-- /name -->` replaced. Throws where the marks are missing. */
export function withSection(text: string, name: string, section: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The text has no ${open} … ${close}.`);
  return `${text.slice(0, from + open.length)}\n\n${section}\n\n${text.slice(to)}`;
}

/** `text` of action.yml with everything from `inputs:` up to `runs:` replaced. */
export function withActionYaml(text: string): string {
  const [from, to] = [text.indexOf('\ninputs:') + 1, text.indexOf('\nruns:') + 1];
  if (from < 1 || to < from) throw new Error('action.yml has no inputs: … runs:.');
  return `${text.slice(0, from)}${actionYaml()}${text.slice(to)}`;
}

/** The README with all that is generated in it. */
export function withReadmeSections(text: string): string {
  return withSection(withSection(text, 'inputs', inputsTable()), 'outputs', outputsTable());
}
