import type { Cell, Sheet, Workbook } from '../../shared/documentos/xlsx/model.ts'
import type { Candidatura, Sitio } from './fuente.ts'
import { type Entrada, filaDe, type Tabla, TABLA_DICCIONARIO, toCell, type Valor } from './tablas/index.ts'

interface Contenido {
  tabla: Tabla<Candidatura>
  filas: readonly Valor[][]
  entradas: readonly Entrada[]
}

/** The candidaturas with typed cells, their dictionary and an explanation. */
export function toLibro(sitio: Sitio, { tabla, filas, entradas }: Contenido): Workbook {
  return {
    title: `${sitio.proceso.nombre}: candidaturas, corte ${sitio.corte.numero}`,
    author: sitio.proceso.instituto.nombre,
    createdAt: sitio.corte.en,
    sheets: [
      hoja('Candidaturas', tabla, filas),
      hoja(
        'Diccionario',
        TABLA_DICCIONARIO,
        entradas.map((entrada) => filaDe(TABLA_DICCIONARIO, entrada)),
      ),
      { name: 'Notas', widths: [28, 110], headerRows: 1, rows: [['Qué', 'Nota'], ...notasDe(sitio)] },
    ],
  }
}

const WIDTH = 22

function hoja<T>(name: string, { columnas }: Tabla<T>, filas: readonly Valor[][]): Sheet {
  const rows = filas.map((fila) => fila.map((valor, at) => toCell(valor, columnas[at] ?? { tipo: 'string' })))
  return { name, widths: columnas.map(() => WIDTH), headerRows: 1, rows: [columnas.map(({ nombre }) => nombre), ...rows] }
}

function notasDe({ corte, proceso, diccionario }: Sitio): Cell[][] {
  return [
    ...(proceso.simulacro ? [['Simulacro', 'Todas las personas de este archivo son ficticias.']] : []),
    ['Proceso', proceso.nombre],
    ['Quién publica', proceso.instituto.nombre],
    ['Corte', corte.numero],
    ['Hora del corte', corte.en],
    ['Huella del corte', corte.sha256],
    ['Responsabilidad', proceso.responsabilidad],
    ['Celdas vacías', 'La columna de su sección dice por qué. Vacío no quiere decir que la persona se haya retirado.'],
    ...diccionario.licencias.map(({ grupo, licencia, fuente }) => [`Licencia: ${grupo}`, `${licencia}. ${fuente}`]),
  ]
}
