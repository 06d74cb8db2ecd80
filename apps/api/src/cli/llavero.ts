import 'reflect-metadata'
import type { DataSource } from 'typeorm'
import { readConfig, type Config } from '../config.ts'
import { ownerSource } from '../database/owner.ts'
import { ENTITIES } from '../modules.ts'
import { BitacoraService } from '../modules/bitacora/index.ts'
import { Proceso } from '../modules/proceso/index.ts'
import { ownerUrl } from '../running-file.ts'
import { createClock } from '../shared/clock.ts'
import {
  addKey,
  CLASES,
  destroyKey,
  listKids,
  nameOf,
  openAnillo,
  openLlavero,
  putInForce,
  readName,
  type Clase,
} from '../shared/criptografia/llavero.ts'
import { razonParaConservar, relevar, type Relevo } from './llavero/relevar.ts'
import { leerSuprimidas, listarSuprimidas, resuprimir } from './llavero/suprimidas.ts'
import { cerradas, porRotar, recordRetirada, rotar, type Rotacion } from './llavero/rotar.ts'

const USAGE = `Uso: npm run llavero -- lista | nueva [clase] | rotar <llave> | destruir <llave> | suprimidas | resuprimir <archivo>

Las llaves viven en ${readConfig().secretos}, fuera de la base de datos. Las que envuelven a las de cada persona se llaman k1, k2…; las demás llevan
su clase: firma (de cortes y acuses), jwt (de las sesiones) y pimienta (de las contraseñas), como firma-k2.
  lista            qué llaves hay, cuál rige y cuánto abre todavía cada una de las demás
  nueva [clase]    hace la siguiente, que todavía no se usa: cópiela a cada servidor antes de rotar
  rotar k2         desde ahora rige esa llave, y lo envuelto con otra pasa a ella; se puede interrumpir y repetir, con el sistema en servicio
  rotar firma-k2   desde ahora firma esa llave: la anterior firma el relevo, las dos se publican y lo ya firmado se sigue comprobando
  rotar jwt-k2     las sesiones siguen: las de la llave anterior valen hasta que se renuevan
  rotar pimienta-k2  cada contraseña pasa a ella la siguiente vez que su cuenta entra
  destruir k1      borra una llave que ya no abre nada: los respaldos anteriores a la rotación dejan de poder leerse
  suprimidas       escribe la lista de a quiénes se les suprimieron sus respuestas de identidad, o se les destruyeron porque negaron su tratamiento:
                   guárdela aparte de los respaldos
  resuprimir f     suprime otra vez, en una base restaurada, a quienes están en la lista f y el respaldo no conocía`

const [, , mandato = '', kid = ''] = process.argv
const config = readConfig()
process.exitCode = await run(config)

async function run({ secretos: folder }: Config): Promise<number> {
  const clase = readClase(kid)
  if (mandato === 'nueva' && clase)
    return tell(`Se hizo la llave ${nameOf(clase, addKey(folder, clase))}. Todavía rige ${enVigor(folder, clase)}.`)
  const llave = readName(kid)
  const known = llave !== null && listKids(folder, llave.clase).includes(llave.kid)
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
  for (const clase of CLASES) {
    const names = listKids(folder, clase).map((each) => nameOf(clase, each))
    tell(`Llaves${clase === 'llavero' ? '' : ` de ${clase}`}: ${names.join(', ')}. Rige ${enVigor(folder, clase)}.`)
  }
  const ajenas = await cerradas(owner, rotacion.llavero)
  if (ajenas > 0) tell(`Este llavero no es el de esta base, o le faltan llaves: no abre ${ajenas} llaves de personas.`)
  return tell(
    `Bajo otra llave: ${llaves} de personas, ${archivos} de archivos por importar, ${textos} textos que se están codificando, ${envios} respuestas repetibles de hace menos de un día.`,
  )
}

async function rotarA(...[owner, rotacion, folder]: Parameters<Work>): Promise<number> {
  const { clase, kid: id } = readName(kid) ?? {}
  if (clase && id && clase !== 'llavero') {
    const done = await relevar(owner, { ...rotacion, folder, clase, kid: id })
    return tell(
      done ? `Rige ${kid} en lugar de ${nameOf(clase, done.anterior)}: póngala también en los demás servidores.` : `${kid} ya rige.`,
    )
  }
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
  const { clase, kid: id } = readName(kid) ?? {}
  if (clase && id && clase !== 'llavero') return destruirRelevada(owner, { ...rotacion, folder, clase, kid: id })
  if (kid === llavero.kid) return tell(`${kid} es la que rige: antes ponga otra con «rotar».`, 1)
  // A replica may have sealed rows in the moment in which the key changed: they are put under it too.
  await rotar(owner, rotacion)
  const { llaves, archivos, textos, envios } = await porRotar(owner, rotacion)
  if (llaves + archivos + textos > 0) return tell('Todavía hay datos bajo otra llave: repita «rotar».', 1)
  if (envios > 0) return tell(`Hay ${envios} respuestas que todavía pueden repetirse: espere un día y vuelva a intentar.`, 1)
  destroyKey(folder, kid)
  await recordRetirada(owner, bitacora, { kid, vigente: llavero.kid })
  return tell(`Se destruyó ${kid} en este servidor: destrúyala también en los demás y en sus copias.`)
}

async function destruirRelevada(owner: DataSource, relevo: Relevo): Promise<number> {
  const { folder, clase, bitacora } = relevo
  const vigente = enVigor(folder, clase)
  if (kid === vigente) return tell(`${kid} es la que rige: antes ponga otra con «rotar».`, 1)
  const razon = await razonParaConservar(owner, relevo)
  if (razon) return tell(razon, 1)
  destroyKey(folder, relevo.kid, clase)
  await recordRetirada(owner, bitacora, { kid, vigente })
  return tell(`Se destruyó ${kid} en este servidor: destrúyala también en los demás y en sus copias.`)
}

/** Class of a new key: that which wraps others unless told. */
function readClase(given: string): Clase | null {
  return given === '' ? 'llavero' : (CLASES.find((clase) => clase === given) ?? null)
}

function enVigor(folder: string, clase: Clase): string {
  return nameOf(clase, openAnillo(folder, clase, () => true).kid)
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
