import { type Attributes, type AttributeValue, textOf } from './span.js';

/** What a resource says of the segments of its spans. Absent facts are undefined, so that JSON leaves them out. */
export interface Resource {
  readonly attributes: Attributes;
  readonly serviceName: string;
  /** `java`, `nodejs`, …: how stack traces are written. */
  readonly language: string;
  readonly origin: string | undefined;
  readonly service: { readonly version: string } | undefined;
  /** The parts of a segment's `aws` that do not depend on the span; null where it runs in another cloud. */
  readonly aws: ResourceAws | null;
}

export interface ResourceAws {
  readonly account_id: string | undefined;
  readonly elastic_beanstalk: object | undefined;
  readonly cloudwatch_logs: readonly object[] | undefined;
  readonly ecs: object | undefined;
  readonly ec2: object | undefined;
  readonly eks: object | undefined;
  readonly xray: object;
}

/** As `determineAwsOrigin`, `makeService` and `makeAws` of the collector's X-Ray exporter read a resource. */
export function describeResource(attributes: Attributes): Resource {
  const cloud = textOf(attributes, 'cloud.provider');
  const version = attributes.has('service.version')
    ? textOf(attributes, 'service.version')
    : textOf(attributes, 'container.image.tag');
  const isAws = cloud === '' || cloud === 'aws';
  return {
    attributes,
    serviceName: textOf(attributes, 'service.name'),
    language: textOf(attributes, 'telemetry.sdk.language'),
    origin: isAws ? originOf(attributes) : undefined,
    service: version === '' ? undefined : { version },
    aws: isAws ? awsOf(attributes) : null,
  };
}

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-fields, `origin` */
function originOf(attributes: Attributes): string | undefined {
  switch (textOf(attributes, 'cloud.platform')) {
    case 'aws_app_runner':
      return 'AWS::AppRunner::Service';
    case 'aws_eks':
      return 'AWS::EKS::Container';
    case 'aws_elastic_beanstalk':
      return 'AWS::ElasticBeanstalk::Environment';
    case 'aws_ec2':
      return 'AWS::EC2::Instance';
    case 'aws_ecs':
      return ECS_ORIGINS.get(textOf(attributes, 'aws.ecs.launchtype')) ?? 'AWS::ECS::Container';
    default:
      return undefined;
  }
}

const ECS_ORIGINS = new Map([
  ['ec2', 'AWS::ECS::EC2'],
  ['fargate', 'AWS::ECS::Fargate'],
]);

function awsOf(attributes: Attributes): ResourceAws {
  const text = (key: string) => textOf(attributes, key) || undefined;
  const platform = text('cloud.platform');
  const zone = text('cloud.availability_zone');
  return {
    account_id: text('cloud.account.id'),
    elastic_beanstalk: platform === 'aws_elastic_beanstalk' ? beanstalkOf(attributes) : undefined,
    cloudwatch_logs: logGroupsOf(attributes),
    ecs:
      platform === 'aws_ecs'
        ? {
            container: text('container.name'),
            container_id: text('container.id'),
            availability_zone: zone,
            container_arn: text('aws.ecs.container.arn'),
            cluster_arn: text('aws.ecs.cluster.arn'),
            task_arn: text('aws.ecs.task.arn'),
            task_family: text('aws.ecs.task.family'),
            launch_type: text('aws.ecs.launchtype'),
          }
        : undefined,
    ec2:
      platform === 'aws_ec2' || text('host.id') !== undefined
        ? {
            instance_id: text('host.id'),
            availability_zone: zone,
            instance_size: text('host.type'),
            ami_id: text('host.image.id'),
          }
        : undefined,
    eks:
      platform === 'aws_eks' || text('k8s.cluster.name') !== undefined
        ? { cluster_name: text('k8s.cluster.name'), pod: text('k8s.pod.name'), container_id: text('container.id') }
        : undefined,
    xray: {
      sdk: [text('telemetry.sdk.name'), text('telemetry.sdk.language')].filter(Boolean).join(' for ') || undefined,
      sdk_version: text('telemetry.sdk.version'),
      auto_instrumentation: textOf(attributes, 'telemetry.auto.version', 'telemetry.distro.version') !== '',
    },
  };
}

function beanstalkOf(attributes: Attributes): object | undefined {
  const deployment = textOf(attributes, 'service.instance.id');
  if (deployment === '') return undefined;
  return {
    environment_name: textOf(attributes, 'service.namespace') || undefined,
    version_label: textOf(attributes, 'service.version') || undefined,
    deployment_id: /^[+-]?\d+$/.test(deployment) ? Number(deployment) : 0,
  };
}

function logGroupsOf(attributes: Attributes): object[] | undefined {
  const arns = textsOf(attributes.get('aws.log.group.arns'));
  // arn:aws:logs:<region>:<account>:log-group:<name>
  if (arns.length > 0) return arns.map((arn) => ({ log_group: arn.split(':')[6] ?? arn, arn }));
  const names = textsOf(attributes.get('aws.log.group.names'));
  return names.length > 0 ? names.map((log_group) => ({ log_group })) : undefined;
}

/** A list, or a text such as `OTEL_RESOURCE_ATTRIBUTES` holds it: `one&two`. */
function textsOf(value: AttributeValue | undefined): string[] {
  if (typeof value === 'string') return value.split('&').filter((text) => text !== '');
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
