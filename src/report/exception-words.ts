import type { ExceptionDifference } from '../compare/exceptions.js';

/** `in 12 of 310 candidate traces and in none of 312 baseline traces` */
export function exceptionSeen({ change, seen, of }: ExceptionDifference): string {
  const [has, lacks] = change === 'new' ? (['candidate', 'baseline'] as const) : (['baseline', 'candidate'] as const);
  return `in ${seen[has]} of ${of[has]} ${has} traces and in none of ${of[lacks]} ${lacks} traces`;
}
