/** Files that deploy/Dockerfile adds to the image beside the build: operators run the npm commands there too. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const image = mkdtempSync(join(tmpdir(), 'conoceles-imagen-'))
const COMMANDS = ['cargar', 'conexion', 'exportar', 'llavero', 'paquete', 'verificar']

beforeAll(() => {
  const copies = readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8').matchAll(/^COPY (?!--from)(.*scripts.*) (\S+)$/gm)
  for (const [, sources = '', target = ''] of copies)
    for (const source of sources.split(' ')) {
      const name = target.endsWith('/') ? join(target, source.slice(source.lastIndexOf('/'))) : target
      cpSync(join(ROOT, source), join(image, name), { recursive: true })
    }
  cpSync(join(ROOT, 'package.json'), join(image, 'package.json'))
  mkdirSync(join(image, 'apps/api/dist'), { recursive: true })
  for (const name of COMMANDS) writeFileSync(join(image, `apps/api/dist/${name}.js`), `console.log('${name}', ...process.argv.slice(2))`)
})
afterAll(() => rmSync(image, { recursive: true }))

it.each(COMMANDS)('runs npm run %s, with what it is told', (name) => {
  const printed = execFileSync('npm', ['run', '--silent', name, '--', 'uno', 'dos'], { cwd: image, encoding: 'utf8' })
  expect(printed).toBe(`${name} uno dos\n`)
})
