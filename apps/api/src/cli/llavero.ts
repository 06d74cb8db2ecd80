import 'reflect-metadata'
import { readConfig, type Config } from '../config.ts'
import { ownerSource } from '../database/owner.ts'
import { ENTITIES } from '../entities.ts'
import { BitacoraService } from '../modules/bitacora/index.ts'
import { Proceso } from '../modules/procesos/index.ts'
import { ownerUrl } from '../running-file.ts'
import { createClock } from '../shared/clock.ts'
import { addKey, destroyKey, listKids, openLlavero, putInForce } from '../shared/llavero.ts'
import { leerSuprimidas, listarSuprimidas, resuprimir } from './llavero/suprimidas.ts'
import { cerradas, porRotar, recordRetirada, rotar, type Rotacion } from './llavero/rotar.ts'

const USAGE = `Uso: npm run llavero -- lista | nueva | rotar <llave> | destruir <llave> | suprimidas | resuprimir <archivo>

Las llaves que envuelven a las de cada persona viven en ${readConfig().secretos}, fuera de la base de datos.
  lista            qué llaves hay, cuál rige y cuánto abre todavía cada una de las demás
  nueva            hace la siguiente, que todavía no envuelve nada: cópiela a cada servidor antes de rotar
  rotar k2         desde ahora rige esa llave, y lo envuelto con otra pasa a ella; se puede interrumpir y repetir, con el sistema en servicio
  destruir k1      borra una llave que ya no abre nada: los respaldos anteriores a la rotación dejan de poder leerse
  suprimidas       escribe la lista de a quiénes se les suprimieron sus respuestas de identidad, o se les destruyeron porque negaron su tratamiento:
                   guárdela aparte de los respaldos
  resuprimir f     suprime otra vez, en una base restaurada, a quienes están en la lista f y el respaldo no conocía`

const [, , mandato = '', kid = ''] = process.argv
const config = readConfig()
process.exitCode = await run(config)

async function run({ secretos: folder }: Config): Promise<number> {
  if (mandato === 'nueva') return tell(`Se hizo la llave ${addKey(folder)}. Todavía rige ${openLlavero(folder).kid}.`)
  const known = listKids(folder).includes(kid)
  const mandatos: Record<string, { work: Work; fits: boolean }> = {
    lista: { work: listar, fits: kid === '' },
    rotar: { work: rotarA, fits: known },
    destruir: { work: destruir, fits: known },
    suprimidas: { work: suprimidas, fits: kid === '' },
    resuprimir: { work: otraVez, fits: kid !== '' },
  }
  const chosen = mandatos[mandato]
  if (chosen?.fits) return withDatabase(folder, chosen.work)
  process.stderr.write(`${USAGE}\n`)
  return 2
}

type Work = (owner: ReturnType<typeof ownerSource>, rotacion: Rotacion, folder: string) => Promise<number>

async function withDatabase(folder: string, work: Work): Promise<number> {
  const url = ownerUrl(config)
  if (!url) return tell('El simulacro no está en marcha: inícielo con npm start, o diga DATABASE_URL con la cuenta dueña.', 1)
  const owner = await ownerSource(url, ENTITIES).initialize()
  const proceso = await owner.manager.findOne(Proceso, { where: {} })
  const clock = createClock(proceso?.zona)
  clock.setOffset(Number(proceso?.desfaseReloj ?? 0))
  try {
    return await work(owner, { llavero: openLlavero(folder), bitacora: new BitacoraService(clock), clock }, folder)
  } finally {
    await owner.destroy()
  }
}

async function listar(...[owner, rotacion, folder]: Parameters<Work>): Promise<number> {
  const { llaves, archivos, textos, envios } = await porRotar(owner, rotacion)
  tell(`Llaves: ${listKids(folder).join(', ')}. Rige ${rotacion.llavero.kid}.`)
  const ajenas = await cerradas(owner, rotacion.llavero)
  if (ajenas > 0) tell(`Este llavero no es el de esta base, o le faltan llaves: no abre ${ajenas} llaves de personas.`)
  return tell(
    `Bajo otra llave: ${llaves} de personas, ${archivos} de archivos por importar, ${textos} textos que se están codificando, ${envios} respuestas repetibles de hace menos de un día.`,
  )
}

async function rotarA(...[owner, rotacion, folder]: Parameters<Work>): Promise<number> {
  putInForce(folder, kid)
  const llavero = openLlavero(folder)
  const { llaves, archivos, cuentas } = await rotar(owner, {
    ...rotacion,
    llavero,
    onLote: async (_tx, hechas) => void process.stdout.write(`\r${hechas}`),
  })
  return tell(`\rRige ${kid}. Pasaron a ella ${llaves} llaves de personas, ${archivos} de archivos y ${cuentas} segundos factores.`)
}

async function destruir(...[owner, rotacion, folder]: Parameters<Work>): Promise<number> {
  const { llavero, bitacora } = rotacion
  if (kid === llavero.kid) return tell(`${kid} es la que rige: antes ponga otra con «rotar».`, 1)
  // What a replica sealed in the moment in which the key changed is put under it too.
  await rotar(owner, rotacion)
  const { llaves, archivos, textos, envios } = await porRotar(owner, rotacion)
  if (llaves + archivos + textos > 0) return tell('Todavía hay datos bajo otra llave: repita «rotar».', 1)
  if (envios > 0) return tell(`Hay ${envios} respuestas que todavía pueden repetirse: espere un día y vuelva a intentar.`, 1)
  destroyKey(folder, kid)
  await recordRetirada(owner, bitacora, { kid, vigente: llavero.kid })
  return tell(`Se destruyó ${kid} en este servidor: destrúyala también en los demás y en sus copias.`)
}

async function suprimidas(...[owner]: Parameters<Work>): Promise<number> {
  return tell(JSON.stringify(await listarSuprimidas(owner), null, 2))
}

async function otraVez(...[owner, { bitacora }]: Parameters<Work>): Promise<number> {
  const list = leerSuprimidas(kid)
  if (!list) return tell(`${kid} no es una lista de «npm run llavero -- suprimidas».`, 1)
  const { hechas, estaban, conceden, ausentes } = await resuprimir(owner, bitacora, list)
  const despues = conceden > 0 ? ` Autorizaron de nuevo después de negarse, y se conserva lo suyo: ${conceden}.` : ''
  return tell(`Suprimidas otra vez: ${hechas}. Ya lo estaban: ${estaban}.${despues} No están en esta base: ${ausentes}.`)
}

function tell(sentence: string, code = 0): number {
  process.stdout.write(`${sentence}\n`)
  return code
}
