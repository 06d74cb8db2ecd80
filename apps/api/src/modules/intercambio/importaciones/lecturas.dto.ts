import { COLUMNAS_CON_CATALOGO, type ColumnaConCatalogo } from '@conoceles/domain'
import { Entero, Libre, Lista, Logico, Opcion, Texto, Textos } from '../../../shared/validacion/fields.ts'

export class FilaVistaDto {
  @Entero({ descripcion: 'Número de fila, como lo muestra la hoja de cálculo.' }) numero: number
  @Textos({ descripcion: 'Sus celdas; las largas, cortadas.' }) celdas: string[]
}

export class ColumnaVistaDto {
  @Texto({ descripcion: 'Letra de la columna.', ejemplo: 'B' }) letra: string
  @Logico({ descripcion: 'Si el archivo la oculta.' }) oculta: boolean
}

export class HojaVistaDto {
  @Texto({ descripcion: 'Nombre de la hoja.' }) hoja: string
  @Logico({ descripcion: 'Si el libro la oculta.' }) oculta: boolean
  @Lista(() => FilaVistaDto, { descripcion: 'Sus primeras filas con datos.' }) filas: FilaVistaDto[]
  @Lista(() => ColumnaVistaDto, { descripcion: 'Sus columnas, en su orden.' }) columnas: ColumnaVistaDto[]
}

export class VistaImportacionDto {
  @Lista(() => HojaVistaDto, { descripcion: 'Hojas con datos, en su orden.' }) hojas: HojaVistaDto[]
}

export class ElegirLecturaDto {
  @Texto({ descripcion: 'Hoja en que está la lista.', min: 1, max: 120 }) hoja: string
  @Entero({ descripcion: 'Fila en que empiezan sus encabezados.', min: 1, max: 1_048_576 }) encabezado: number
}

export class OpcionListaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class CatalogoColumnaDto {
  @Opcion(COLUMNAS_CON_CATALOGO, { descripcion: 'Columna.' }) columna: ColumnaConCatalogo
  @Lista(() => OpcionListaDto, { descripcion: 'Valores que puede tener.' }) opciones: OpcionListaDto[]
}

export class CatalogosListaDto {
  @Lista(() => CatalogoColumnaDto, { descripcion: 'Columnas cuyos valores están en un catálogo.' }) elementos: CatalogoColumnaDto[]
}

export class ValorEscritoDto {
  @Opcion(COLUMNAS_CON_CATALOGO, { descripcion: 'Columna.' }) columna: ColumnaConCatalogo
  @Texto({ descripcion: 'Lo que dice el archivo.', ejemplo: 'Cuernabaca' }) escrito: string
  @Entero({ descripcion: 'Filas que lo dicen.' }) filas: number
  @Texto({ descripcion: 'Clave del valor que más se le parece; nula si ninguno. Nunca se toma sin que alguien lo diga.', nulo: true })
  sugerencia: string | null
}

export class ListValoresDto {
  @Lista(() => ValorEscritoDto, { descripcion: 'Del más frecuente al menos.' }) elementos: ValorEscritoDto[]
}

export class ValorDichoDto {
  @Opcion(COLUMNAS_CON_CATALOGO, { descripcion: 'Columna.' }) columna: ColumnaConCatalogo
  @Texto({ descripcion: 'Lo que dice el archivo.', min: 1, max: 500 }) escrito: string
  @Texto({ descripcion: 'Clave de lo que significa; nula para volver a preguntarlo.', nulo: true, max: 120 }) clave: string | null
}

export class DecirValoresDto {
  @Lista(() => ValorDichoDto, { descripcion: 'Qué significa cada texto.', max: 300 }) valores: ValorDichoDto[]
  @Texto({ descripcion: 'Nombre de la fuente con que se recuerda, para la próxima vez.', opcional: true, min: 1, max: 120 })
  guardarComo?: string
}

export class FilaCorregidaDto {
  @Entero({ descripcion: 'Número de fila.', min: 1 }) fila: number
  @Libre({
    descripcion: 'Texto nuevo de cada columna corregida; nulo para volver al del archivo.',
    ejemplo: { fecha_nacimiento: '1988-02-28' },
  })
  celdas: Record<string, unknown>
}

export class CorregirFilasDto {
  @Lista(() => FilaCorregidaDto, { descripcion: 'Filas corregidas.', max: 500 }) filas: FilaCorregidaDto[]
}

export class PlantillaQueryDto {
  @Texto({ descripcion: 'Clave del cargo.', max: 80 }) cargo: string
}
