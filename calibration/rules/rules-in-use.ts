import type { Rule } from '../report-samples.js';
import { BOOTSTRAP_P95 } from './bootstrap-p95.js';
import { FIXED_THRESHOLD } from './fixed-threshold.js';
import { KAYENTA } from './kayenta.js';
import { MEAN_INTERVAL } from './mean-interval.js';
import { MEAN_RATIO } from './mean-ratio.js';

/** What others decide by, for comparison on the same data. */
export const RULES_IN_USE: readonly Rule[] = [FIXED_THRESHOLD, MEAN_RATIO, KAYENTA, MEAN_INTERVAL, BOOTSTRAP_P95];
