/**
 * Text of which the GitHub runner takes no line for a command of the job's: a name of the application's that begins a line
 * with `::error` would otherwise annotate the pull request, mask words or set state. The runner looks for `::` where a line
 * begins, and for the older `##[` anywhere in it; marks that nothing is drawn for do not hide them from it. Such a pair is
 * drawn apart.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs
 */
export function logText(text: string): string {
  return text.replace(COMMAND, '$1 $2').replace(OLD_COMMAND, '$1 $2');
}

const UNDRAWN = String.raw`\p{Default_Ignorable_Code_Point}`;
const COMMAND = new RegExp(String.raw`^([\s${UNDRAWN}\p{Cc}]*:)(${UNDRAWN}*:)`, 'gmu');
const OLD_COMMAND = new RegExp(`(#${UNDRAWN}*#)(${UNDRAWN}*\\[)`, 'gu');
