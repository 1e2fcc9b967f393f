import type { JsonObject } from '../../trace/json-object.js';
import { containsOldVersions } from '../account/groups.js';
import { invalidRequest } from '../api-error.js';
import { entitySelector } from '../entity-selector.js';
import { pageOf } from '../page.js';
import { requiredWindow } from '../request-fields.js';
import { limitedText, optionalFlag, optionalNumber } from '../request-values.js';
import { periodFields, timeSeries } from '../time-series.js';
import { tracesOf } from './graphs.js';
import type { ApiSettings, Operations } from './operation.js';

export function timeSeriesOperations(settings: ApiSettings): Operations {
  return { '/TimeSeriesServiceStatistics': (request) => getTimeSeriesServiceStatistics(request, settings) };
}

const DEFAULT_PERIOD_S = 60;

/**
 * Forecasts are asked for without effect: there is no history to make them of.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetTimeSeriesServiceStatistics.html
 */
function getTimeSeriesServiceStatistics(request: JsonObject, { account, pageSize }: ApiSettings): JsonObject {
  const window = requiredWindow(request);
  const group = account.groups.named(request);
  const periodSeconds = optionalNumber(request, 'Period', { min: 1, whole: true }) ?? DEFAULT_PERIOD_S;
  const selectorText = limitedText(request, 'EntitySelectorExpression', { max: 500 });
  const selector = entitySelector(selectorText);
  if (optionalFlag(request, 'ForecastStatistics') && selectorText === undefined) {
    throw invalidRequest('ForecastStatistics needs an EntitySelectorExpression.');
  }
  const periods = timeSeries(tracesOf(account, group, window), selector, window, periodSeconds * 1000);
  const query = JSON.stringify(['TimeSeries', window, group?.sequence, periodSeconds, selectorText]);
  const { items, next } = pageOf(request, periods, { query, size: pageSize, keyOf: ({ fromMs }) => fromMs });
  return {
    TimeSeriesServiceStatistics: items.map((period) => periodFields(period, selector.kind)),
    ContainsOldGroupVersions: containsOldVersions(group, window),
    ...next,
  };
}
