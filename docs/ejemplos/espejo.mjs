// Guarda en una carpeta la ficha de cada candidatura pública, y borra la de las que se retiran. Se ejecuta cuantas veces se quiera:
//   node espejo.mjs https://conoceles.example carpeta
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const [address, folder] = process.argv.slice(2)
const fileOf = (name) => join(folder, `${name}.json`)

async function ask(path) {
  const answer = await fetch(new URL(`/api/v1/publico/${path}`, address))
  if (answer.status !== 429 && answer.status !== 503) return answer
  await wait(1000 * Number(answer.headers.get('retry-after') ?? 5))
  return ask(path)
}

async function copy(id) {
  const answer = await ask(`candidaturas/${id}`)
  await (answer.ok ? writeFile(fileOf(id), await answer.text()) : rm(fileOf(id), { force: true }))
}

await mkdir(folder, { recursive: true })
const { corte: desde } = JSON.parse(await readFile(fileOf('corte'), 'utf8').catch(() => '{"corte":0}'))
const { numero: hasta } = await (await ask('cortes/vigente')).json()
const { agregadas, cambiadas, retiradas } = await (await ask(`cortes/${desde}/cambios/${hasta}`)).json()
for (const id of retiradas) await rm(fileOf(id), { force: true })
const pending = [...agregadas, ...cambiadas]
await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (pending.length > 0) await copy(pending.pop())
  }),
)
await writeFile(fileOf('corte'), JSON.stringify({ corte: hasta }))
process.stdout.write(`Corte ${hasta}: ${agregadas.length} nuevas, ${cambiadas.length} cambiadas, ${retiradas.length} retiradas.\n`)
