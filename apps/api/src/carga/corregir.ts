import type { EntityManager } from 'typeorm'
import type { ProcesoPack } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { abrirZipSubido, decirFalta, leerPaqueteEn, PaqueteError, type Lectura } from '@conoceles/paquetes'
import { ActorPolitico, Cargo, Contienda, Demarcacion, Proceso, type Catalogos, type PaqueteLegible } from '../modules/proceso/index.ts'
import { canonical } from '../shared/criptografia/canonical.ts'
import { AppError } from '../shared/http/errors.ts'
import { catalogosOf, toCargos } from './load-pack.ts'

interface Subido {
  nombre: string
  contenido: Buffer
}

/** Faults told at once. */
const SHOWN = 50

/** Reads an uploaded pack by the same reader as `npm run cargar`. Throws AppError with its faults. */
export async function leerSubido(subido: Subido, incluidos: string): Promise<PaqueteLegible> {
  try {
    const { textos, ignorados } = await abrirZipSubido(subido)
    const pack = wholeOf(leerPaqueteEn(textos, { incluidos }))
    const { fuentes } = parseJson<{ fuentes: string[] }>(textos.get('paquete.json') ?? '')
    // As JSON: undefined parts of the pack are absent in the database.
    const catalogos = parseJson<Catalogos>(JSON.stringify((await catalogosOf(pack)).catalogos))
    return {
      clave: pack.clave,
      version: pack.version,
      fuentes,
      catalogos,
      ignorados: [...ignorados],
      fijos: (tx) => fijosDe(tx, pack, catalogos),
    }
  } catch (error) {
    if (error instanceof PaqueteError) throw new AppError('paquete.ilegible', { detail: error.message })
    throw error
  }
}

function wholeOf(lectura: Lectura): ProcesoPack {
  if (!('faltas' in lectura)) return lectura.pack
  const faltas = lectura.faltas.slice(0, SHOWN).map(decirFalta)
  const rest = lectura.faltas.length - faltas.length
  throw new AppError('paquete.con_faltas', {
    errors: [{ field: 'archivo', reasons: rest > 0 ? [...faltas, `Y ${rest} más.`] : faltas }],
  })
}

/** Files whose rows captures and contiendas hang on: they change by acuerdos, not by a pack. */
async function fijosDe(tx: EntityManager, pack: ProcesoPack, { senas }: Catalogos): Promise<string[]> {
  const proceso = await tx.findOneByOrFail(Proceso, {})
  const cabeza = ({ zona, jornada }: Pick<ProcesoPack, 'zona' | 'jornada'>) => ({ zona, jornada })
  const [cargos, demarcaciones, contiendas, actores] = [
    await tx.find(Cargo),
    await tx.find(Demarcacion),
    await tx.find(Contienda),
    await tx.find(ActorPolitico),
  ]
  const found: [string, boolean][] = [
    ['paquete.json (zona o jornada)', canonical(cabeza(proceso)) !== canonical(cabeza(pack))],
    ['cargos.json o las fechas de proceso.json', differ(cargos, toCargos(pack, proceso.id), CARGO)],
    ['demarcaciones.json', differ(demarcaciones, pack.demarcaciones, DEMARCACION)],
    ['lugares.json', differ(contiendas, pack.contiendas, ['lugares'])],
    ['actores.json', differ(actores, pack.actores, ['nombre', 'tipo', 'color'])],
    ['senas.json', canonical(proceso.catalogos.senas ?? []) !== canonical(senas ?? [])],
  ]
  return found.flatMap(([archivo, changes]) => (changes ? [archivo] : []))
}

const CARGO = ['nombre', 'inicioPublicacion', 'entregaCuentas', 'diasCaptura', 'cierreCaptura', 'conSuplente', 'planilla'] as const
const DEMARCACION = ['tipo', 'nombre', 'regimen', 'pertenece', 'cabecera'] as const

interface Fila {
  clave: string
}

/** Whether a row of the pack is not in the database as the pack has it. The database may have more: the register adds. */
function differ<T extends Fila, P extends Fila & { [K in keyof T & F]: unknown }, F extends keyof T & keyof P>(
  rows: readonly T[],
  given: readonly P[],
  fields: readonly F[],
): boolean {
  const known = new Map(rows.map((row) => [row.clave, row]))
  return given.some((each) => {
    const row = known.get(each.clave)
    return row === undefined || fields.some((field) => canonical(row[field] ?? null) !== canonical(each[field] ?? null))
  })
}
