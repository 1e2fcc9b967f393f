import { SETTINGS } from '../../calibration/decide-report.js';
import { CHANGED_PLACE, logNormalFactor, simulatedPlaces } from '../../calibration/places-run.js';
import type { Change } from '../../src/compare/change.js';
import type { Engine } from './engine.js';

/** Facts about what two containers of one build may differ by, and what no longer. */
export function marginFaults({ compareProfiles }: Engine): Readonly<Record<string, boolean>> {
  const at = (ratio: number): readonly Change[] => {
    const profiles = simulatedPlaces({
      ...{ seed: 'margins', stage: 1, pairs: 200, places: 2, usualMs: 100, wholeMilliseconds: false },
      factor: logNormalFactor(0.1, 0.99),
      effect: () => ratio,
    });
    return compareProfiles(profiles, { ...SETTINGS, seed: 1 }).changes.filter(
      ({ metric, place }) => metric === 'typical' && place.node?.name === CHANGED_PLACE,
    );
  };
  const is = (ratio: number, state: Change['state']) => at(ratio).every((change) => change.state === state);

  return {
    'a container that takes 2 % longer is no surer than chance': at(1.02).every(({ p }) => p > 0.5),
    'a container that takes 2 % less is no surer than chance': at(1 / 1.02).every(({ p }) => p > 0.5),
    'a container that takes 2 % longer is unchanged': is(1.02, 'unchanged') && is(1 / 1.02, 'unchanged'),
    'what takes 8 % longer has regressed where times hardly scatter': is(1.08, 'regressed'),
    'what takes 8 % less has improved where times hardly scatter': is(1 / 1.08, 'improved'),
  };
}
