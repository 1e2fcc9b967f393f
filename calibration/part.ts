import type { Outcomes, Tallies, Tally } from './tally.js';

/** One part of the calibration: what it runs, and its section of the document. */
export interface Part {
  /** In results.json and after `--only`. */
  readonly name: string;
  run(options: RunOptions): Promise<Tallies>;
  /** A heading and what stands below it, in Markdown. Made of what results.json holds, and of nothing else. */
  table(tallies: Tallies): string;
}

export interface RunOptions {
  /** Replications of one setting of a simulated part, on all cores. The same numbers on any number of cores. */
  readonly measure: (part: string, setting: string, reports: number) => Promise<Tally>;
  /** Share of the full number of replications, 0–1. */
  readonly effort: number;
  /** Whether this part was asked for by its name, and not all of them. */
  readonly byName: boolean;
}

/** A part of which workers run single replications. */
export interface SimulatedPart extends Part {
  /** One replication. Pure: part, setting and number seed all chance. */
  replicate(setting: string, number: number): Outcomes;
}

const FEWEST = 4;

/** A part that replicates each of its settings a number of times. */
export function simulatedPart(about: {
  readonly name: string;
  /** Each setting and its full number of replications. */
  readonly settings: Readonly<Record<string, number>>;
  readonly replicate: (setting: string, number: number) => Outcomes;
  readonly table: (tallies: Tallies) => string;
}): SimulatedPart {
  const { name, settings, replicate, table } = about;
  return {
    name,
    replicate,
    table,
    run: async ({ measure, effort }) => {
      const tallies = Object.entries(settings).map(async ([setting, reports]) => {
        const tally = await measure(name, setting, Math.max(FEWEST, Math.round(reports * effort)));
        return [setting, tally] as const;
      });
      return Object.fromEntries(await Promise.all(tallies));
    },
  };
}
