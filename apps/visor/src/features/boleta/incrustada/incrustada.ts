import { comunidadOf, hojasOf, type Hoja } from '@conoceles/domain/boleta'
import type { Contienda, Fila, Indice, Proceso, Territorio } from '../../../api-types.ts'
import { t } from '../../../messages/boleta.ts'
import { leerIndice } from '../../../shared/lista/useIndice.ts'
import { boletaDelIndice, competidoresDe, competidoresRendidos, type Competidores } from '../boletaRendida.ts'
import { emblemasOf, soloReverso, type Emblema } from '../hojas.ts'

/** Public answers of which the part for another site is made. */
export interface DatosIncrustada {
  indice: Indice
  proceso: Proceso
  territorio: Territorio
  contiendas: readonly Contienda[]
}

/** Part that another site shows: a contienda, or the sheets of a ballot. */
export interface Incrustada {
  titulo: string
  /** Its whole page. */
  href: string
  hojas: { clave: string; nombre: string; emblemas: Emblema[] }[]
  /** Something of it is only on its whole page. */
  parcial: boolean
}

/** "/incrustar/contienda?clave=…" or "/incrustar/boleta?municipio=…"; null where there is no such contienda or place. */
export function incrustadaDe(direccion: string, data: DatosIncrustada): Incrustada | null {
  const [ruta, consulta = ''] = direccion.split('?')
  return ruta === '/incrustar/contienda' ? deContienda(new URLSearchParams(consulta).get('clave'), data) : deBoleta(consulta, data)
}

function deContienda(clave: string | null, { indice, proceso, contiendas }: DatosIncrustada): Incrustada | null {
  const contienda = contiendas.find((each) => each.clave === clave)
  if (!contienda) return null
  const filas = competidoresDe([contienda], leerIndice(indice), proceso)[contienda.clave] ?? []
  const titulo = `${contienda.cargoNombre}, ${contienda.lugar}`
  const hojas = [{ clave: contienda.clave, nombre: titulo, emblemas: competing(emblemasOf([filas])) }]
  return { titulo, href: `/contiendas/${contienda.clave}`, hojas, parcial: false }
}

function deBoleta(consulta: string, { indice, ...data }: DatosIncrustada): Incrustada | null {
  const rendida = boletaDelIndice({ ...data, leido: leerIndice(indice) }, consulta)
  if (rendida?.boleta.status !== 'known') return null
  const { boleta, lugar } = rendida
  const competidores = competidoresRendidos(rendida, data.proceso)
  const all = hojasOf(boleta.contiendas, data.proceso.boletas)
  const comunes = all.filter((hoja) => comunidadOf(hoja) === null && !(boleta.faltaDistrito && hoja.frente.length === 0))
  const seccion = lugar.seccion ? `${t('boleta.place', { seccion: lugar.seccion })}, ` : ''
  return {
    titulo: t('incrustada.boleta', { lugar: seccion + boleta.municipio.nombre }),
    href: `/boleta#${consulta}`,
    hojas: comunes.map((hoja) => ({ clave: hoja.clave, nombre: hoja.nombre, emblemas: emblemasDe(hoja, competidores) })),
    parcial: comunes.length < all.length,
  }
}

function emblemasDe({ frente, reverso }: Hoja, competidores: Competidores): Emblema[] {
  const filas = (contiendas: readonly { clave: string }[]): (readonly Fila[])[] => contiendas.map(({ clave }) => competidores[clave] ?? [])
  const emblemas = emblemasOf(filas(frente))
  return [...competing(emblemas), ...soloReverso(emblemas, filas(reverso).flat())]
}

/** An emblem whose people all left has nobody to show. */
function competing(emblemas: readonly Emblema[]): Emblema[] {
  return emblemas.filter(({ encabeza }) => encabeza !== null)
}
