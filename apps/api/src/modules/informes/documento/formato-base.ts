import type { EntityManager, EntityMetadata } from 'typeorm'
import type { FilaInforme, TablaInforme } from '@conoceles/domain'
import type { DiagramBox, DiagramLink, PdfDiagram } from '../../../shared/documentos/pdf/model.ts'
import { texto } from './formato-celdas.ts'

/** A table that keeps data of the register or of the cuestionarios, and its place in the diagram: column and row from the top left. */
interface TablaElegida {
  tabla: string
  nombre: string
  significado: string
  lugar: [column: number, row: number]
}

const tabla = (name: string, nombre: string, { de, lugar }: { de: string; lugar: [number, number] }): TablaElegida => ({
  ...{ tabla: name, nombre, significado: de, lugar },
})

const TABLAS: readonly TablaElegida[] = [
  tabla('captura.cargo', 'Cargo', { de: 'Cargos que se eligen y sus plazos de captura.', lugar: [1, 0] }),
  tabla('captura.demarcacion', 'Demarcación', { de: 'Entidad, distritos, municipios y comunidades.', lugar: [0, 0] }),
  tabla('captura.contienda', 'Contienda', { de: 'Cada elección: un cargo en una demarcación.', lugar: [0, 1] }),
  tabla('captura.actor_politico', 'Actor político', { de: 'Partidos, alianzas y candidaturas independientes.', lugar: [2, 0] }),
  tabla('captura.postulacion', 'Postulación', { de: 'Lo que un actor político postula en una contienda.', lugar: [1, 1] }),
  tabla('captura.persona', 'Persona', { de: 'Nombre y datos de registro de quien es candidata.', lugar: [3, 0] }),
  tabla('captura.candidatura', 'Candidatura', { de: 'Cada lugar de una lista o fórmula y quién lo ocupa.', lugar: [2, 1] }),
  tabla('captura.cuestionario', 'Cuestionario', { de: 'Cada versión de los cuestionarios: su esquema y sus pantallas.', lugar: [0, 2] }),
  tabla('captura.seccion', 'Sección', { de: 'Lo capturado de cada sección; de identidad, sólo en qué va.', lugar: [1, 2] }),
  tabla('captura.fotografia', 'Fotografía', { de: 'Fotografías y su texto alternativo.', lugar: [2, 2] }),
  tabla('captura.consentimiento', 'Consentimiento', { de: 'Lo que cada persona autorizó o retiró, y con qué aviso.', lugar: [3, 2] }),
  tabla('captura.aviso_privacidad', 'Aviso de privacidad', { de: 'Versiones del aviso de privacidad.', lugar: [4, 2] }),
  tabla('captura.observacion', 'Observación', { de: 'Lo que el Instituto pidió corregir.', lugar: [3, 1] }),
  tabla('identidad.llave', 'Llave de la persona', { de: 'Llave, envuelta, con que se cifra lo de una candidatura.', lugar: [4, 0] }),
  tabla('identidad.respuesta', 'Respuesta de identidad', { de: 'Respuestas de identidad, una por renglón, cifradas.', lugar: [4, 1] }),
] // prettier-ignore

/** In the vault nothing refers to the register by a foreign key: both share the id of the candidatura. */
const POR_IDENTIFICADOR: readonly Omit<DiagramLink, 'solid'>[] = [
  { from: 'identidad.llave', to: 'captura.candidatura', label: 'candidatura_id' },
  { from: 'identidad.respuesta', to: 'identidad.llave', label: 'candidatura_id' },
]

/** Columns of those tables as the system declares them to its database. */
export function tablaBase(tx: EntityManager): TablaInforme {
  const elegidas = leer(tx)
  return {
    clave: 'base',
    titulo: 'Tablas y columnas de la base de datos',
    rotulo: 'Columna',
    denominador: `${elegidas.length} tablas de PostgreSQL que guardan el registro y lo capturado.`,
    columnas: [texto('tabla', 'Tabla'), texto('tipo', 'Tipo'), texto('nulo', 'Admite nulo'), texto('llave', 'Llave')],
    filas: elegidas.flatMap(({ elegida, metadata }) => metadata.columns.map((column) => toFila(elegida.tabla, metadata, column))),
    total: null,
    notas: elegidas.map(({ elegida }) => `${elegida.tabla}: ${elegida.significado}`),
    grafica: null,
  }
}

type Column = EntityMetadata['columns'][number]

function toFila(name: string, { foreignKeys, uniques }: EntityMetadata, column: Column): FilaInforme {
  const refers = foreignKeys
    .filter(({ columns, referencedEntityMetadata }) => columns.includes(column) && referencedEntityMetadata !== undefined)
    .map(({ referencedEntityMetadata }) => `refiere a ${referencedEntityMetadata.tablePath}`)
  const unique = uniques.some(({ columns }) => columns.includes(column)) ? ['parte de una llave única'] : []
  const llave = [...(column.isPrimary ? ['primaria'] : []), ...refers, ...unique].join('; ')
  return {
    clave: `${name}.${column.databaseName}`,
    nombre: column.databaseName,
    celdas: [name, `${String(column.type)}${column.isArray ? ', varios' : ''}`, column.isNullable ? 'Sí' : 'No', llave || '—'],
  }
}

/** How those tables refer to each other. */
export function diagramaBase(tx: EntityManager): PdfDiagram {
  const elegidas = leer(tx)
  const links = elegidas.flatMap(({ elegida, metadata }) => linksOf(elegida, metadata, elegidas.map((each) => each.elegida.tabla))).concat(POR_IDENTIFICADOR.map((each) => ({ ...each, solid: false }))) // prettier-ignore
  const nameOf = (id: string) => TABLAS.find((each) => each.tabla === id)?.nombre ?? id
  const said = links.map(({ from, to, label }) => `${nameOf(from)} refiere a ${nameOf(to)} por ${label}`)
  return {
    type: 'diagram',
    caption:
      'Diagrama de entidades: cada línea va de muchas (pata de gallo) a una. Punteada: comparten identificador, sin llave foránea. LP: llave primaria; LF: llave foránea.',
    alt: `Diagrama de ${elegidas.length} entidades: ${elegidas.map(({ elegida }) => elegida.nombre).join(', ')}. ${said.join('. ')}.`,
    boxes: elegidas.map(({ elegida, metadata }) => toBox(elegida, metadata)),
    links,
  }
}

function toBox({ tabla: id, nombre, lugar: [column, row] }: TablaElegida, { columns, foreignKeys }: EntityMetadata): DiagramBox {
  const others = foreignKeys.filter(({ referencedEntityMetadata }) => referencedEntityMetadata?.tablePath !== id)
  const keys = columns.filter((each) => each.isPrimary || others.some((key) => key.columns.includes(each)))
  const rest = columns.length - Math.min(keys.length, MAX_KEYS)
  const lines = keys.slice(0, MAX_KEYS).map((each) => `${each.isPrimary ? 'LP' : 'LF'}  ${each.databaseName}`)
  return { id, title: nombre, lines: [id, ...lines, `y ${rest} columnas más`], column, row }
}

const MAX_KEYS = 3

function linksOf({ tabla: from }: TablaElegida, { foreignKeys }: EntityMetadata, drawn: readonly string[]): DiagramLink[] {
  const all = foreignKeys.map(({ columns, referencedEntityMetadata }) => ({
    ...{ from, to: referencedEntityMetadata?.tablePath ?? '', solid: true },
    label: columns.map(({ databaseName }) => databaseName).join(', '),
  }))
  return all.filter(({ to }, at) => to !== from && drawn.includes(to) && all.findIndex((each) => each.to === to) === at)
}

function leer(tx: EntityManager): { elegida: TablaElegida; metadata: EntityMetadata }[] {
  return TABLAS.map((elegida) => {
    const metadata = tx.connection.entityMetadatas.find(({ tablePath }) => tablePath === elegida.tabla)
    if (!metadata) throw new Error(`the system has no table ${elegida.tabla}`)
    return { elegida, metadata }
  })
}
