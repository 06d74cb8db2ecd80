import type { FilaIndice } from '@conoceles/domain'
import { breve } from './breve.ts'
import { resolverTodos, type Hallazgo } from './hallazgo.ts'
import type { BuscarCandidaturasDto } from './maquinas.dto.ts'
import { MENSAJES } from './mensajes.ts'
import { leer, leerSiHay, type Publicado } from './publicado.ts'
import type { CandidaturaPublicaDto, ListPublicaDto, ListPublicoQueryDto } from '../lectura/index.ts'

const LIMITE = 20
const PARECIDAS = 10
const LISTA = '/api/v1/publico/candidaturas'

interface Parts {
  publicado: Publicado
  origen: string
}

/** Candidaturas by name, office, place and who postulates them. A name that nobody has is looked for as it sounds. */
export async function buscar(pedida: BuscarCandidaturasDto, parts: Parts): Promise<Hallazgo> {
  const filtros = await filtrosOf(pedida, parts.publicado)
  if ('resultado' in filtros) return filtros
  const { query, claves } = filtros
  const at = { pagina: `/candidaturas?${textOf(query)}`, datos: `${LISTA}?${textOf(query)}` }
  const lista = await leer<ListPublicaDto>(parts.publicado.publico.list(query, at.datos))
  const { elementos, total, canceladas, siguiente } = lista
  if (total > 0) {
    const contenido = { filtros: claves, total, canceladas, elementos: elementos.map((fila) => breve(fila, parts.origen)), siguiente }
    return { ...at, resultado: 'hallado', contenido }
  }
  const parecidas = query.q === undefined ? [] : await parecidasA(query, parts)
  if (parecidas.length === 0) return { ...at, resultado: 'no_hallado', mensaje: MENSAJES.nadie, contenido: { filtros: claves, total: 0 } }
  return { ...at, resultado: 'parecido', mensaje: MENSAJES.parecidas, contenido: { filtros: claves, elementos: parecidas } }
}

async function filtrosOf(
  { nombre, cargo, municipio, distrito, partido, limite = LIMITE, ...same }: BuscarCandidaturasDto,
  publicado: Publicado,
): Promise<Hallazgo | { query: ListPublicoQueryDto; claves: Record<string, { clave: string; nombre: string }> }> {
  const { cargos, municipios, distritos, actoresPoliticos } = await publicado.comun('proceso')
  const resueltos = resolverTodos(
    [
      ['cargo', cargo, cargos.map(({ clave, nombre: name, singular }) => ({ clave, nombre: name, otras: singular }))],
      ['municipio', municipio, municipios],
      ['distrito', distrito, distritos],
      ['actor', partido, actoresPoliticos],
    ],
    { pagina: '/candidaturas', datos: '/api/v1/publico/proceso' },
  )
  if ('resultado' in resueltos) return resueltos
  const { claves } = resueltos
  const named = Object.fromEntries(Object.entries(claves).map(([campo, { clave }]) => [campo, clave]))
  return { query: { ...same, ...named, limite, ...(nombre !== undefined && { q: nombre }) }, claves }
}

/** People whose name sounds so or is written almost so, and who meet the other conditions. Their pages say everything that is told of them. */
async function parecidasA(query: ListPublicoQueryDto, { publicado, origen }: Parts): Promise<object[]> {
  const { filas, buscador } = await publicado.nombres()
  const puntos = buscador.buscar(query.q ?? '')?.puntos
  const rows = filas
    .map((fila, row) => ({ fila, points: puntos?.[row] ?? 0 }))
    .filter(({ fila, points }) => points > 0 && cumple(fila, query))
    .sort((one, other) => other.points - one.points)
    .slice(0, PARECIDAS)
  const paginas = await Promise.all(rows.map(({ fila }) => leerSiHay<CandidaturaPublicaDto>(publicado.publico.candidatura(fila.id))))
  return paginas.flatMap((pagina) => (pagina ? [breve(pagina, origen)] : []))
}

function cumple({ contienda, actor, otros, calidad, estatus, sexo }: FilaIndice, query: ListPublicoQueryDto): boolean {
  const pairs = [
    [query.cargo, [contienda.cargo]],
    [query.contienda, [contienda.clave]],
    [query.municipio, [contienda.municipio]],
    [query.distrito, [contienda.distrito]],
    [query.actor, [actor, ...otros]],
    [query.calidad, [calidad]],
    [query.estatus, [estatus]],
    [query.sexo, [sexo]],
  ] as const
  return pairs.every(([wanted, own]) => wanted === undefined || (own as readonly unknown[]).includes(wanted))
}

function textOf(query: ListPublicoQueryDto): string {
  return new URLSearchParams(Object.entries(query).map(([field, value]) => [field, String(value)])).toString()
}
