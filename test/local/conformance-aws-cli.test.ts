import { describe, expect, test } from 'vitest';
import { EPOCH_S, segment, shopTrace, traceId } from './documents.js';
import { datagramOf, localXRay, sendDatagrams } from './harness.js';
import { awsCli, usable } from './installed-client.js';

const isHere = usable('aws', '--version');
const WINDOW = ['--start-time', `${EPOCH_S}`, '--end-time', `${EPOCH_S + 60}`];
const SLOW = { timeout: 120_000 };

describe.skipIf(!isHere)(isHere ? 'the AWS CLI' : 'the AWS CLI (skipped: there is no "aws" on this machine)', () => {
  test('pages through summaries, by itself and from a token', SLOW, async () => {
    const xray = await localXRay({ pageSize: 10 });
    const ids = Array.from({ length: 35 }, (_, number) => traceId(number + 1));
    await sendDatagrams(
      xray,
      ids.map((trace_id) => datagramOf(segment(1, { trace_id }))),
    );
    const all = await awsCli(xray, 'get-trace-summaries', ...WINDOW);
    const idsOf = (summaries: { Id: string }[]) => summaries.map(({ Id }) => Id);
    expect(idsOf(all.TraceSummaries).sort()).toEqual(ids);
    const first = await awsCli(xray, 'get-trace-summaries', ...WINDOW, '--max-items', '13');
    const rest = await awsCli(xray, 'get-trace-summaries', ...WINDOW, '--starting-token', first.NextToken);
    expect(first.TraceSummaries).toHaveLength(13);
    expect(idsOf([...first.TraceSummaries, ...rest.TraceSummaries]).sort()).toEqual(ids);
    const none = await awsCli(xray, 'get-trace-summaries', ...WINDOW, '--filter-expression', 'duration > 60');
    expect(none.TraceSummaries).toEqual([]);
  });

  test('puts a document, gets the trace, and prints the error of a sixth id', SLOW, async () => {
    const xray = await localXRay();
    const put = await awsCli(xray, 'put-trace-segments', '--trace-segment-documents', JSON.stringify(segment(1)));
    expect(put).toEqual({ UnprocessedTraceSegments: [] });
    const { Traces } = await awsCli(xray, 'batch-get-traces', '--trace-ids', traceId(1));
    expect(JSON.parse(Traces[0].Segments[0].Document)).toEqual(segment(1));
    const six = Array.from({ length: 6 }, (_, number) => traceId(number));
    await expect(awsCli(xray, 'batch-get-traces', '--trace-ids', ...six)).rejects.toThrow(
      '(InvalidRequestException) when calling the BatchGetTraces operation: Exceeding maximum query size: 5',
    );
  });

  test('keeps sampling rules', SLOW, async () => {
    const xray = await localXRay();
    const anything = { ResourceARN: '*', ServiceName: '*', ServiceType: '*', Host: '*', HTTPMethod: '*', URLPath: '*' };
    const rule = { RuleName: 'all', Priority: 1, FixedRate: 0.5, ReservoirSize: 3, Version: 1, ...anything };
    await awsCli(xray, 'create-sampling-rule', '--sampling-rule', JSON.stringify(rule));
    await awsCli(xray, 'update-sampling-rule', '--sampling-rule-update', 'RuleName=all,FixedRate=1');
    const { SamplingRuleRecords } = await awsCli(xray, 'get-sampling-rules');
    expect(SamplingRuleRecords[1].SamplingRule).toMatchObject({ ...rule, FixedRate: 1 });
    const report = `RuleName=all,ClientID=${'0'.repeat(24)},Timestamp=${EPOCH_S},RequestCount=2,SampledCount=1`;
    const targets = await awsCli(xray, 'get-sampling-targets', '--sampling-statistics-documents', report);
    expect(targets.SamplingTargetDocuments[0]).toMatchObject({ RuleName: 'all', FixedRate: 1, ReservoirQuota: 3 });
    const { SamplingStatisticSummaries } = await awsCli(xray, 'get-sampling-statistic-summaries');
    expect(SamplingStatisticSummaries[0]).toMatchObject({ RuleName: 'all', RequestCount: 2, SampledCount: 1 });
    await awsCli(xray, 'delete-sampling-rule', '--rule-name', 'all');
    await expect(awsCli(xray, 'delete-sampling-rule', '--rule-name', 'all')).rejects.toThrow(
      '(InvalidRequestException) when calling the DeleteSamplingRule operation: There is no sampling rule "all".',
    );
  });

  test('keeps groups and their tags, and reads the graph and the statistics of one', SLOW, async () => {
    const xray = await localXRay();
    const create = [
      'create-group',
      '--group-name',
      'failed',
      '--filter-expression',
      'fault',
      '--tags',
      'Key=a,Value=b',
    ];
    const { Group } = await awsCli(xray, ...create);
    await sendDatagrams(xray, [datagramOf(segment(1)), datagramOf(segment(2, { trace_id: traceId(2), fault: true }))]);
    const graph = await awsCli(xray, 'get-service-graph', ...WINDOW, '--group-name', 'failed');
    expect(graph.Services[0].SummaryStatistics).toMatchObject({ TotalCount: 1, FaultStatistics: { TotalCount: 1 } });
    const selector = ['--entity-selector-expression', 'service("api")', '--group-arn', Group.GroupARN];
    const series = await awsCli(xray, 'get-time-series-service-statistics', ...WINDOW, ...selector);
    expect(series.TimeSeriesServiceStatistics[0].ServiceSummaryStatistics.TotalCount).toBe(1);
    const { Tags } = await awsCli(xray, 'list-tags-for-resource', '--resource-arn', Group.GroupARN);
    expect(Tags).toEqual([{ Key: 'a', Value: 'b' }]);
    const { Groups } = await awsCli(xray, 'get-groups');
    expect(Groups.map(({ GroupName }: { GroupName: string }) => GroupName)).toEqual(['Default', 'failed']);
    await awsCli(xray, 'delete-group', '--group-arn', Group.GroupARN);
    expect((await awsCli(xray, 'get-groups')).Groups).toHaveLength(1);
  });

  test('retrieves traces with Transaction Search', SLOW, async () => {
    const xray = await localXRay();
    await awsCli(xray, 'update-trace-segment-destination', '--destination', 'CloudWatchLogs');
    const destination = await awsCli(xray, 'get-trace-segment-destination');
    expect(destination).toEqual({ Destination: 'CloudWatchLogs', Status: 'ACTIVE' });
    const nothing = '{"Probabilistic":{"DesiredSamplingPercentage":0}}';
    await awsCli(xray, 'update-indexing-rule', '--name', 'Default', '--rule', nothing);
    await sendDatagrams(xray, shopTrace().map(datagramOf));
    const batch = await awsCli(xray, 'batch-get-traces', '--trace-ids', traceId(1));
    expect(batch.Traces).toEqual([]);
    const { RetrievalToken } = await awsCli(xray, 'start-trace-retrieval', '--trace-ids', traceId(1), ...WINDOW);
    const token = ['--retrieval-token', RetrievalToken];
    const states: string[] = [];
    let looked = await awsCli(xray, 'list-retrieved-traces', ...token);
    for (; looked.RetrievalStatus !== 'COMPLETE'; looked = await awsCli(xray, 'list-retrieved-traces', ...token)) {
      states.push(looked.RetrievalStatus);
    }
    expect(states).toEqual(['SCHEDULED', 'RUNNING']);
    expect(looked.Traces[0].Spans).toHaveLength(3);
    const { Services } = await awsCli(xray, 'get-retrieved-traces-graph', ...token);
    expect(Services.map(({ Service }: { Service: { Name: string } }) => Service.Name)).toContain('stock');
    await awsCli(xray, 'cancel-trace-retrieval', ...token);
    await expect(awsCli(xray, 'cancel-trace-retrieval', '--retrieval-token', 'other')).rejects.toThrow(
      '(ResourceNotFoundException)',
    );
  });
});
