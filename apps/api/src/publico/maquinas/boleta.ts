import { hojasOf, resolveBoleta, type ContiendaVotada, type KnownBoleta } from '@conoceles/domain/boleta'
import { parseSeccion, textOfLugar, type Lugar } from '@conoceles/domain/lugar'
import { AppError } from '../../shared/http/errors.ts'
import { postulantesOf } from './breve.ts'
import { resolverTodos, type Hallazgo } from './hallazgo.ts'
import type { LugarDeBoletaDto } from './maquinas.dto.ts'
import { MENSAJES } from './mensajes.ts'
import { leer, type Publicado } from './publicado.ts'
import type { ListPublicaDto } from '../lectura/index.ts'

interface Parts {
  publicado: Publicado
  origen: string
}

/** Sheets that a voter of a place gets, and who stands on each. */
export async function boletaDe(pedida: LugarDeBoletaDto, parts: Parts): Promise<Hallazgo> {
  const lugar = await lugarOf(pedida, parts.publicado)
  if ('resultado' in lugar) return lugar
  const [proceso, territorio, { elementos: contiendas }] = await Promise.all([
    parts.publicado.comun('proceso'),
    parts.publicado.comun('territorio'),
    parts.publicado.comun('contiendas'),
  ])
  const at = { pagina: `/boleta?${textOfLugar(lugar)}`, datos: '/api/v1/publico/territorio' }
  const boleta = resolveBoleta({ lugar, territorio, contiendas, proceso })
  if (boleta.status === 'unknown') return { ...at, resultado: 'no_hallado', mensaje: MENSAJES.seccionDesconocida(pedida.seccion ?? '') }
  const hojas = await Promise.all(
    hojasOf(boleta.contiendas, proceso.boletas).map(async ({ nombre, comoSeVota, frente, reverso }) => ({
      nombre,
      comoSeVota,
      frente: await listasOf(frente, parts),
      reverso: await listasOf(reverso, parts),
    })),
  )
  const contenido = { ...lugarEnPalabras(boleta), ...(boleta.sistemasNormativos && { sinAyuntamiento: proceso.sistemasNormativos }), hojas }
  return { ...at, resultado: 'hallado', ...(boleta.faltaDistrito && { mensaje: MENSAJES.faltaDistrito }), contenido }
}

async function lugarOf({ seccion, municipio, distrito }: LugarDeBoletaDto, publicado: Publicado): Promise<Lugar | Hallazgo> {
  if (seccion !== undefined) return { seccion: parseSeccion(seccion) ?? '' }
  if (municipio === undefined) throw new AppError('entrada.invalida', { errors: [{ field: 'seccion', reasons: [MENSAJES.sinLugar] }] })
  const { municipios, distritos } = await publicado.comun('proceso')
  const resueltos = resolverTodos(
    [
      ['municipio', municipio, municipios],
      ['distrito', distrito, distritos],
    ],
    { pagina: '/boleta', datos: '/api/v1/publico/proceso' },
  )
  if ('resultado' in resueltos) return resueltos
  return Object.fromEntries(Object.entries(resueltos.claves).map(([campo, { clave }]) => [campo, clave]))
}

function lugarEnPalabras({ municipio, distrito, distritos, faltaDistrito }: KnownBoleta): object {
  return { municipio: municipio.nombre, distrito: distrito?.nombre ?? null, ...(faltaDistrito && { distritos }) }
}

/** Contiendas of one side of a sheet, in the order of the day. */
async function listasOf(contiendas: readonly ContiendaVotada[], { publicado, origen }: Parts): Promise<object[]> {
  return Promise.all(
    contiendas.map(async ({ clave, cargoNombre, lugar }) => {
      const { elementos, total } = await leer<ListPublicaDto>(publicado.publico.contienda(clave))
      const pagina = `${origen}/contiendas/${clave}`
      return { clave, cargo: cargoNombre, lugar, candidaturas: total, pagina, postulan: postulantesOf(elementos, origen) }
    }),
  )
}
