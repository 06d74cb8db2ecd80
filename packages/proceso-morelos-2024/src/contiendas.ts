import type { ContiendaPack, PostulacionPack } from '@conoceles/domain'
import cargos from '../data/cargos.json'
import demarcaciones from '../data/demarcaciones.json'
import lugares from '../data/lugares.json'
import rows from '../data/postulaciones.json'

/** One contienda per cargo and demarcación; municipios of sistemas normativos elect their ayuntamiento outside this system. */
export const contiendas = cargos.flatMap((cargo) =>
  demarcaciones
    .filter(({ tipo, regimen }) => tipo === cargo.demarcacion && regimen !== 'sistemas_normativos')
    .map((demarcacion) => ({
      clave: claveOf(cargo.clave, demarcacion.clave),
      cargo: cargo.clave,
      demarcacion: demarcacion.clave,
      ...lugaresOf(cargo.clave, demarcacion.clave),
    })),
) as ContiendaPack[]

/** One row of the data stands for the same actor político, with the same members, in many contiendas. */
export const postulaciones = rows.flatMap(({ cargos: claves, demarcaciones: places, ...postulacion }) =>
  claves.flatMap((cargo) => places.map((demarcacion) => ({ ...postulacion, contienda: claveOf(cargo, demarcacion) }))),
) as PostulacionPack[]

function claveOf(cargo: string, demarcacion: string): string {
  return `${cargo}-${demarcacion}`
}

function lugaresOf(cargo: string, demarcacion: string): Pick<ContiendaPack, 'lugares' | 'fuente' | 'confianza'> {
  const row = lugares.cargos.find((each) => each.cargo === cargo) ?? lugares.regidurias.find((each) => each.municipio === demarcacion)
  if (row === undefined) throw new Error(`lugares.json no dice cuántos lugares tiene ${claveOf(cargo, demarcacion)}`)
  return { lugares: row.lugares, fuente: row.fuente, confianza: row.confianza as ContiendaPack['confianza'] }
}
