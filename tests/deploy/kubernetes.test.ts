import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { projectFolder } from '../../src/project.ts';
import { listVariables } from '../../src/server/config.ts';

interface Manifest {
  apiVersion: string;
  kind: string;
  spec: Record<string, unknown>;
}

const folder = path.join(projectFolder, 'deploy', 'kubernetes');
const read = (file: string) => parse(readFileSync(path.join(folder, file), 'utf8')) as Manifest;
const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');

/** Complains as `tsc` does about a constant of a type of Kubernetes, unknown properties included. */
function typeErrors(manifest: Manifest): string[] {
  const { apiVersion, kind } = manifest;
  const name = path.join(projectFolder, 'manifest.ts');
  const [group, types] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  const source =
    `import type { ${kind} } from 'kubernetes-types/${(group as string).split('.')[0]}/${types}';\n` +
    `export const manifest: ${kind} = ${JSON.stringify(manifest, null, 2)};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, target) =>
    file === name ? ts.createSourceFile(file, source, target) : getSourceFile(file, target);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const has = (program: string) => {
  try {
    execFileSync(program, ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('deploy/kubernetes', () => {
  it.each(files)('%s is of its type in the API of Kubernetes', (file) => {
    expect(typeErrors(read(file))).toEqual([]);
  });

  it('would not pass with a misspelt property or a wrong type', () => {
    const service = read('service.yaml');
    expect(typeErrors({ ...service, spec: { ...service.spec, selectors: {} } })).toEqual([
      expect.stringContaining("does not exist in type 'ServiceSpec'"),
    ]);
    expect(typeErrors({ ...service, spec: { ports: [{ port: '80' }] } })).toEqual([
      expect.stringContaining("'string' is not assignable to type 'number'"),
    ]);
  });

  it('is listed completely by the kustomization', () => {
    const { resources } = read('kustomization.yaml') as unknown as { resources: string[] };
    expect(resources.sort()).toEqual(files);
  });

  it('selects the pods that the deployment makes', () => {
    const labels = { 'app.kubernetes.io/name': 'pubatlas' };
    const { spec } = read('deployment.yaml');
    expect(spec).toMatchObject({
      selector: { matchLabels: labels },
      template: { metadata: { labels } },
    });
    expect(read('service.yaml').spec).toMatchObject({ selector: labels });
    expect(read('disruption-budget.yaml').spec).toMatchObject({ selector: { matchLabels: labels } });
    expect(read('network-policy.yaml').spec).toMatchObject({ podSelector: { matchLabels: labels } });
  });

  it('gives a pod time to stop, and sets only variables that exist', () => {
    const { template } = read('deployment.yaml').spec as {
      template: {
        spec: {
          terminationGracePeriodSeconds: number;
          containers: {
            env: { name: string; value: string }[];
            readinessProbe: { periodSeconds: number; failureThreshold: number };
          }[];
        };
      };
    };
    const [container] = template.spec.containers;
    const { env = [], readinessProbe } = container ?? {};
    expect(env.filter(({ name }) => !(name in listVariables()))).toEqual([]);
    const delay = Number(env.find(({ name }) => name === 'SHUTDOWN_DELAY')?.value) / 1000;
    const { periodSeconds = 0, failureThreshold = 0 } = readinessProbe ?? {};
    expect(delay).toBeGreaterThanOrEqual(periodSeconds * failureThreshold);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(delay + 10);
  });

  const kubectl = has('kubectl');
  (kubectl ? it : it.skip)('is put together by kubectl kustomize (needs kubectl)', () => {
    const output = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
    const kinds = output.split('\n---\n').map((text) => (parse(text) as Manifest).kind);
    expect(kinds.sort()).toEqual(['Deployment', 'NetworkPolicy', 'PodDisruptionBudget', 'Service']);
    expect(output).toContain('image: registry.example/pubatlas:0.1.0');
  });
});

describe('docker-compose.yml', () => {
  it('runs the API on a read-only root and gives it time to stop', () => {
    const { services } = parse(readFileSync(path.join(projectFolder, 'docker-compose.yml'), 'utf8')) as {
      services: Record<string, Record<string, unknown>>;
    };
    expect(services.api).toMatchObject({
      read_only: true,
      stop_grace_period: '15s',
      cap_drop: ['ALL'],
      tmpfs: ['/tmp', '/data'],
    });
    expect(services.database?.image).toMatch(/^postgres:18@sha256:[0-9a-f]{64}$/);
  });
});

describe('Dockerfile', () => {
  const text = readFileSync(path.join(projectFolder, 'Dockerfile'), 'utf8');

  it('pins its base by digest and runs the command line as a user that is not root', () => {
    expect(text).toMatch(/^ARG NODE_IMAGE=node:24-[a-z-]+@sha256:[0-9a-f]{64}$/m);
    expect(text).toContain('\nUSER 1000:1000\n');
    expect(text).toMatch(/\nENTRYPOINT \[.*"\/app\/dist\/src\/cli\/main\.js"\]\nCMD \["start"\]\n$/);
  });
});
