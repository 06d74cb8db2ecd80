import { direccionComparacion, idsOf, ID_O_COMIENZO, MAS_ELEGIDAS, MENOS_ELEGIDAS } from '@conoceles/domain'
import { AppError } from '../../shared/http/errors.ts'
import { boletaDe } from './boleta.ts'
import { breve, respuestasOf } from './breve.ts'
import { buscar } from './busqueda.ts'
import { resolver, type Hallazgo } from './hallazgo.ts'
import { BuscarCandidaturasDto, CompararDto, LugarDeBoletaDto, VerCandidaturaDto, VerEstadisticaDto } from './maquinas.dto.ts'
import { MENSAJES } from './mensajes.ts'
import { leer, leerSiHay, type Publicado } from './publicado.ts'
import type { CandidaturaPublicaDto, EstadisticaDto } from '../lectura/index.ts'

const API = '/api/v1/publico'

export interface Herramienta<T extends object = never> {
  nombre: string
  titulo: string
  descripcion: string
  /** Null: it asks for nothing. */
  entrada: (new () => T) | null
  contestar: (entrada: T) => Promise<Hallazgo>
}

interface Parts {
  publicado: Publicado
  origen: string
}

/** Everything that a machine may ask. Each answers from what is public, through the readers of the public API. */
export function herramientasDe(parts: Parts): Herramienta[] {
  return [...deCandidaturas(parts), ...delProceso(parts)]
}

/** The input is validated before it is handed over. */
function declare<T extends object>(herramienta: Herramienta<T>): Herramienta {
  return herramienta as unknown as Herramienta
}

function deCandidaturas(parts: Parts): Herramienta[] {
  return [
    declare({
      nombre: 'buscar_candidaturas',
      titulo: 'Buscar candidaturas',
      descripcion:
        'Busca personas candidatas por nombre, cargo, municipio, distrito o partido, y dice cuántas hay. Encuentra nombres sin acentos o mal escritos y lo advierte. También halla a quien dejó la candidatura (`estatus`, `salida`).',
      entrada: BuscarCandidaturasDto,
      contestar: (pedida) => buscar(pedida, parts),
    }),
    declare({
      nombre: 'boleta_de_un_lugar',
      titulo: 'Boleta de un lugar',
      descripcion:
        'Dice qué boletas recibe quien vota en una sección o un municipio, y quién encabeza cada opción. Para una lista completa, busque su contienda.',
      entrada: LugarDeBoletaDto,
      contestar: (pedida) => boletaDe(pedida, parts),
    }),
    declare({
      nombre: 'ver_candidatura',
      titulo: 'Ver una candidatura',
      descripcion:
        'Da la página completa de una candidatura: cargo, partido, suplente, trayectoria, propuestas, y por qué falta lo que falta.',
      entrada: VerCandidaturaDto,
      contestar: ({ id }) => verCandidatura(id, parts),
    }),
    declare({
      nombre: 'comparar_candidaturas',
      titulo: 'Comparar candidaturas',
      descripcion: 'Pone lado a lado las respuestas de dos a cuatro candidaturas, pregunta por pregunta.',
      entrada: CompararDto,
      contestar: ({ ids }) => comparar(ids, parts),
    }),
  ]
}

function delProceso(parts: Parts): Herramienta[] {
  return [
    declare({
      nombre: 'datos_del_proceso',
      titulo: 'Datos del proceso',
      descripcion:
        'Dice qué elección es, cuándo se vota, qué instituto responde, qué cargos, partidos, municipios y distritos hay, y cuántas candidaturas.',
      entrada: null,
      contestar: () => verProceso(parts),
    }),
    declare({
      nombre: 'calendario',
      titulo: 'Calendario',
      descripcion: 'Da las fechas públicas del proceso.',
      entrada: null,
      contestar: async () => {
        const { elementos } = await parts.publicado.comun('calendario')
        return { resultado: 'hallado', pagina: '/calendario', datos: `${API}/calendario`, contenido: { fechas: elementos } }
      },
    }),
    declare({
      nombre: 'estadisticas',
      titulo: 'Estadísticas',
      descripcion:
        'Da una tabla de estadística, o las tablas que hay. Si el mínimo y el máximo de una cifra difieren, el número está entre ambos.',
      entrada: VerEstadisticaDto,
      contestar: ({ tabla }) => verEstadistica(tabla, parts),
    }),
  ]
}

async function verCandidatura(id: string, { publicado }: Parts): Promise<Hallazgo> {
  const at = { pagina: `/candidaturas/${id}`, datos: `${API}/candidaturas/${id}` }
  const pagina = await leerSiHay<CandidaturaPublicaDto>(publicado.publico.candidatura(id))
  if (pagina) return { ...at, pagina: `/candidaturas/${pagina.id}`, resultado: 'hallado', contenido: { candidatura: sinSal(pagina) } }
  return (await publicado.publico.seRetiro(id))
    ? { ...at, resultado: 'retirada', mensaje: MENSAJES.retirada }
    : { ...at, resultado: 'no_hallado', mensaje: MENSAJES.noConsta }
}

async function comparar(pedidas: readonly string[], { publicado, origen }: Parts): Promise<Hallazgo> {
  const ids = idsOf(pedidas)
  if (ids.length < MENOS_ELEGIDAS || ids.length > MAS_ELEGIDAS || !ids.every((id) => ID_O_COMIENZO.test(id)))
    throw new AppError('entrada.invalida', { errors: [{ field: 'ids', reasons: [MENSAJES.cuantas] }] })
  const at = { pagina: direccionComparacion(ids), datos: `${API}/candidaturas/${ids[0]}` }
  const paginas = await Promise.all(ids.map((id) => leerSiHay<CandidaturaPublicaDto>(publicado.publico.candidatura(id))))
  const halladas = paginas.filter((pagina) => pagina !== null)
  const sinPagina = ids.filter((_, row) => paginas[row] === null)
  if (sinPagina.length > 0) return { ...at, resultado: 'no_hallado', mensaje: MENSAJES.noConsta, contenido: { ids: sinPagina } }
  const contenido = {
    mismaContienda: new Set(halladas.map(({ contienda }) => contienda)).size === 1,
    personas: halladas.map((pagina) => breve(pagina, origen)),
    preguntas: respuestasOf(halladas),
  }
  return { ...at, resultado: 'hallado', contenido }
}

async function verProceso({ publicado }: Parts): Promise<Hallazgo> {
  const { nombre, entidad, instituto, jornada, cifras, cargos, actoresPoliticos, municipios, distritos, finDifusion } =
    await publicado.comun('proceso')
  const contenido = {
    proceso: { nombre, entidad, instituto, jornada, finDifusion },
    cifras,
    cargos: cargos.map(({ clave, nombre: cargo, candidaturas }) => ({ clave, nombre: cargo, candidaturas })),
    partidos: actoresPoliticos.map(({ clave, nombre: actor, tipo, integrantes }) => ({ clave, nombre: actor, tipo, integrantes })),
    municipios: municipios.map(({ clave, nombre: municipio }) => ({ clave, nombre: municipio })),
    distritos,
  }
  return { resultado: 'hallado', pagina: '/', datos: `${API}/proceso`, contenido }
}

async function verEstadistica(dicha: string | undefined, { publicado }: Parts): Promise<Hallazgo> {
  const at = { pagina: '/estadisticas', datos: `${API}/estadisticas` }
  const { elementos } = await publicado.comun('estadisticas')
  const tablas = elementos.map(({ clave, titulo }) => ({ clave, nombre: titulo }))
  if (dicha === undefined) return { ...at, resultado: 'hallado', contenido: { tablas } }
  const [first, ...more] = resolver(dicha, tablas)
  if (!first) return { ...at, resultado: 'no_hallado', mensaje: MENSAJES.sinOpcion(dicha), contenido: { tablas } }
  if (more.length > 0) return { ...at, resultado: 'ambiguo', mensaje: MENSAJES.ambiguo(dicha), contenido: { opciones: [first, ...more] } }
  const own = `estadisticas/${first.clave}`
  const tabla = await leer<EstadisticaDto>(publicado.publico.recurso(own))
  return { pagina: `/${own}`, datos: `${API}/${own}`, resultado: 'hallado', contenido: { tabla: sinSal(tabla) } }
}

/** The salt makes the hash of an answer say nothing; a reader of its content has no use for it. */
function sinSal<T extends { sal: string }>({ sal: _sal, ...rest }: T): Omit<T, 'sal'> {
  return rest
}
