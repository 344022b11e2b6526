import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { examplePayload } from '#schema/examplePayload.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'
import { loadCatalogue } from '#server/embedded/loadCatalogue.ts'
import type { CallMode } from './call.ts'
import { JAVASCRIPT, writeValue } from './literal.ts'
import type { Subject } from './subject.ts'
import { typesOf } from './typeModel.ts'
import { writeHttp } from './writeHttp.ts'
import { writeJavaScript, writeTypeScriptCall } from './writeJavaScript.ts'
import { toJsonSchema } from './writeJsonSchema.ts'
import { writePydantic } from './writePydantic.ts'
import { writeAsyncPython, writePython } from './writePython.ts'
import { toolName } from './writeTool.ts'
import { writeTypeScript } from './writeTypeScript.ts'
import { writeZod } from './writeZod.ts'

// A compiler, an interpreter and thousands of programs, on machines of any speed.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const MODES: CallMode[] = ['subscribe', 'queue', 'stream']
const hasPython = spawnSync('python3', ['--version']).status === 0
const hasPydantic = spawnSync('python3', ['-c', 'import pydantic']).status === 0

const directory = mkdtempSync(join(tmpdir(), 'code-'))
await buildCatalogue(join(directory, 'catalogue'), () => {})
const { models } = await loadCatalogue(join(directory, 'catalogue'))
const subjects = models.map(({ endpoint_id: endpointId, metadata, openapi }): Subject => {
  const { input, output } = readModelSchema(openapi)
  const payload = examplePayload(input, metadata?.category)
  return { endpointId, title: endpointId, description: '', payload, input, output }
})

test('for every model, JavaScript parses', () => {
  expect(subjects.length).toBe(1311)
  for (const subject of subjects) {
    for (const mode of MODES) {
      const call = { ...subject, mode }
      for (const code of [writeJavaScript(call), writeTypeScriptCall(call), writeHttp('fetch', call)]) {
        expect(parseSync('call.mts', code).errors).toEqual([])
      }
    }
  }
})

test('for every model, TypeScript compiles: calls against the real client, types and schemas against the payload', () => {
  const project = join(directory, 'project')
  mkdirSync(project)
  for (const [place, subject] of subjects.entries()) {
    const write = (name: string, code: string) => writeFileSync(join(project, `${place}.${name}.ts`), code)
    const payload = writeValue(subject.payload, JAVASCRIPT)
    // The other calls differ in what stands around the payload, which is the same for every model.
    const modes = place % 40 === 0 ? MODES : MODES.slice(0, 1)
    for (const mode of modes) write(mode, `${writeTypeScriptCall({ ...subject, mode })}\nexport {};`)
    write('types', `${writeTypeScript(subject)}\nexport const payload: ${rootOf(subject)} = ${payload};`)
    write(
      'zod',
      `${writeZod(subject)}\nexport const payload: z.input<typeof ${rootOf(subject)}> = ${payload};`,
    )
  }
  const modules = resolve('node_modules')
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    paths: {
      '@fal-ai/client': [join(modules, 'fal-client-1.9.6/src/index.d.ts')],
      zod: [join(modules, 'zod/index.d.ts')],
    },
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const { stdout, status } = spawnSync(join(modules, '.bin/tsc'), ['-p', project], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  expect(stdout.split('\n').slice(0, 20).join('\n')).toBe('')
  expect(status).toBe(0)
})

test('for every model, the Zod schema takes the payload', () => {
  for (const subject of subjects) {
    const { endpointId, payload } = subject
    expect({ endpointId, error: runZod(subject).safeParse(payload).error }).toEqual({ endpointId })
  }
})

test.skipIf(!hasPython)('for every model, Python parses (needs python3)', () => {
  const programs = subjects.flatMap((subject) => [
    ...MODES.flatMap((mode) => [writePython({ ...subject, mode }), writeAsyncPython({ ...subject, mode })]),
    writeHttp('requests', { ...subject, mode: 'subscribe' }),
    writePydantic(subject),
  ])
  expect(runPython('import ast\nfor program in given: ast.parse(program)', programs)).toBe('')
})

test.skipIf(!hasPydantic)(
  'for every fourth model, the Pydantic model takes the payload (needs pydantic)',
  () => {
    // Pydantic takes seconds for a hundred models.
    const given = subjects
      .filter((_, place) => place % 4 === 0)
      .map((subject) => [writePydantic(subject), rootOf(subject), JSON.stringify(subject.payload)])
    const program = `
import types, warnings
warnings.simplefilter("error")
for code, root, payload in given:
    module = types.ModuleType("generated")
    sys.modules["generated"] = module
    exec(code, module.__dict__)
    model = getattr(module, root).model_validate_json(payload)
    sent = json.loads(model.model_dump_json(by_alias=True, exclude_unset=True))
    assert sent == json.loads(payload), (root, sent, payload)
`
    expect(runPython(program, given)).toBe('')
  },
)

test('for every model, what the JSON Schema refers to is in it', () => {
  for (const { input, output } of subjects) {
    for (const schema of [toJsonSchema(input), toJsonSchema(output)]) {
      const text = JSON.stringify(schema)
      const defined = Object.keys(schema['$defs'] ?? {})
      for (const [, reference] of text.matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)) {
        expect(defined).toContain(reference)
      }
    }
  }
})

test('every model has a tool name of its own', () => {
  const names = subjects.map(({ endpointId }) => toolName(endpointId))
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[\w-]{1,64}$/.test(name))).toEqual([])
})

/** The name of the type of what the model takes. */
function rootOf(subject: Subject): string {
  return typesOf(subject).roots[0] ?? ''
}

/** The schema of what the model takes, as the generated program makes it. */
function runZod(subject: Subject): z.ZodType {
  const program = writeZod(subject)
    .replace(/^import .*/m, '')
    .replaceAll(/^export type .*/gm, '')
    .replaceAll(/^export (const \w+)(: z\.ZodType)?/gm, '$1')
  // oxlint-disable-next-line typescript/no-implied-eval -- running what was generated is the point
  return new Function('z', `${program}\nreturn ${rootOf(subject)}`)(z)
}

/** Runs a program over what is given; what it complains of, or nothing. */
function runPython(program: string, given: unknown): string {
  const { stderr } = spawnSync(
    'python3',
    ['-c', `import json, sys\ngiven = json.load(sys.stdin)\n${program}`],
    {
      input: JSON.stringify(given),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  )
  return stderr.slice(-2000)
}
