import { ESTATUS_CODIFICACION, MAX_DEFINICION_CATEGORIA, MAX_NOMBRE_CATEGORIA } from '@conoceles/domain'
import { Entero, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export class CodificacionParamsDto {
  @Texto({ descripcion: 'Clave de la pregunta de texto.', max: 100 }) pregunta: string
}

export class TextoCodificacionParamsDto extends CodificacionParamsDto {
  @Uuid({ descripcion: 'Seudónimo del texto.' }) id: string
}

export class PlazaCodificacionDto {
  @Entero({ descripcion: 'Número: 1 o 2.' }) numero: number
  @Logico({ descripcion: 'Si la tomó quien pregunta.' }) propia: boolean
  @Logico({ descripcion: 'Si ya codificó todo.' }) terminada: boolean
}

export class CodificacionDto {
  @Texto({ descripcion: 'Clave de la pregunta de texto.', ejemplo: 'migrante_motivo_otro' }) pregunta: string
  @Texto({ descripcion: 'Lo que pregunta.' }) titulo: string
  @Texto({ descripcion: 'La pregunta cerrada a la que acompaña.' }) tituloDe: string
  @Texto({ descripcion: 'La opción con que se muestra.', ejemplo: 'Otra' }) opcion: string
  @Texto({ descripcion: 'Sección del cuestionario de identidad.' }) seccion: string
  @Opcion(ESTATUS_CODIFICACION, { descripcion: 'Dónde va.' }) estatus: (typeof ESTATUS_CODIFICACION)[number]
  @Entero({ descripcion: 'Veces que se reunieron los textos.' }) intento: number
  @Instante({ descripcion: 'Cuándo se vio que no había textos suficientes.', nulo: true }) sinTextosEn: string | null
  @Instante({ descripcion: 'Cuándo se abrió.', nulo: true }) abiertaEn: string | null
  @Instante({ descripcion: 'Cuándo se contó.', nulo: true }) cerradaEn: string | null
  @Lista(() => PlazaCodificacionDto, { descripcion: 'Las plazas tomadas, de dos.' }) plazas: PlazaCodificacionDto[]
}

export class ListCodificacionesDto {
  @Lista(() => CodificacionDto, { descripcion: 'En el orden del cuestionario.' }) elementos: CodificacionDto[]
  @Entero({
    descripcion: 'Textos que hacen falta para que algo se pueda decir; nulo: el proceso no dice el mínimo de una celda.',
    nulo: true,
  })
  necesarios: number | null
}

export class CategoriaEscritaDto {
  @Texto({ descripcion: 'Nombre.', max: MAX_NOMBRE_CATEGORIA }) nombre: string
  @Texto({ descripcion: 'Cuándo un texto es de esta categoría.', max: MAX_DEFINICION_CATEGORIA }) definicion: string
}

export class CategoriaCodigoDto extends CategoriaEscritaDto {
  @Texto({ descripcion: 'Clave.', max: 100 }) clave: string
}

export class CategoriaContadaDto extends CategoriaCodigoDto {
  @Entero({ descripcion: 'Al menos tantas personas.' }) minimo: number
  @Entero({ descripcion: 'A lo más tantas.' }) maximo: number
}

export class AcuerdoDichoDto {
  @Entero({ descripcion: 'De cada cien textos, en cuántos coincidieron, redondeado a cinco.' }) porcentaje: number
  @Texto({
    descripcion: 'Kappa de Cohen, a un decimal; nulo cuando casi todos los textos son de una categoría.',
    nulo: true,
    ejemplo: '0.8',
  })
  kappa: string | null
}

export class ResultadoCodificacionDto {
  @Entero({ descripcion: 'Textos contados; nulo: eran tan pocos que nada se puede decir.', nulo: true }) contados: number | null
  @Lista(() => CategoriaContadaDto, { descripcion: 'Lo que se dice de cada categoría.' }) categorias: CategoriaContadaDto[]
  @Textos({ descripcion: 'Nombres de las que se reunieron en «Otras».' }) reunidas: string[]
  @Objeto(() => AcuerdoDichoDto, { descripcion: 'Acuerdo entre las dos personas antes de resolver.', nulo: true })
  acuerdo: AcuerdoDichoDto | null
}

export class CodificacionDetalleDto extends CodificacionDto {
  @Entero({ descripcion: 'Textos que hacen falta para que algo se pueda decir.', nulo: true }) necesarios: number | null
  @Entero({ descripcion: 'Versión del libro de códigos; 0 mientras nadie lo escribió.' }) version: number
  @Lista(() => CategoriaCodigoDto, { descripcion: 'Libro de códigos, con «Otras» al final.' }) categorias: CategoriaCodigoDto[]
  @Objeto(() => ResultadoCodificacionDto, { descripcion: 'Lo contado; nulo antes.', nulo: true }) resultado: ResultadoCodificacionDto | null
}

export class GuardarLibroDto {
  @Entero({ descripcion: 'Versión que se tenía a la vista; 0 cuando no había ninguna.' }) version: number
  @Lista(() => CategoriaEscritaDto, { descripcion: 'Categorías en orden, sin «Otras».' }) categorias: CategoriaEscritaDto[]
}

export class ReiniciarCodificacionDto {
  @Texto({ descripcion: 'Por qué se empieza otra vez.', min: 10, max: 500 }) razon: string
}

export class TextoPorCodificarDto {
  @Uuid({ descripcion: 'Seudónimo.' }) id: string
  @Texto({ descripcion: 'Lo que la persona escribió.' }) texto: string
  @Texto({ descripcion: 'Categoría que usted le dio; nulo: ninguna todavía.', nulo: true }) codigo: string | null
}

export class TextosPorCodificarDto {
  @Objeto(() => CodificacionDetalleDto, { descripcion: 'La codificación.' }) codificacion: CodificacionDetalleDto
  @Lista(() => TextoPorCodificarDto, { descripcion: 'En un orden al azar, distinto para cada persona que codifica.' })
  textos: TextoPorCodificarDto[]
}

export class CodificarTextoDto {
  @Texto({ descripcion: 'Clave de la categoría; nulo: se quita la que tenía.', nulo: true, max: 100 }) codigo: string | null
}

export class TextoCodificadoDto {
  @Uuid({ descripcion: 'Seudónimo.' }) id: string
  @Texto({ descripcion: 'Categoría.', nulo: true }) codigo: string | null
  @Entero({ descripcion: 'Textos que usted ya codificó.' }) codificados: number
  @Entero({ descripcion: 'Textos que son.' }) total: number
}

const DE_QUIEN = ['usted', 'la_otra', 'primera', 'segunda', 'tercera'] as const

export class JuicioDto {
  @Opcion(DE_QUIEN, { descripcion: 'De quién es: `usted` y `la_otra` si usted codificó; si no, de qué plaza.' })
  de: (typeof DE_QUIEN)[number]
  @Texto({ descripcion: 'Categoría.' }) codigo: string
  @Texto({ descripcion: 'Por qué; nulo en los códigos.', nulo: true }) razon: string | null
}

export class DesacuerdoDto {
  @Uuid({ descripcion: 'Seudónimo.' }) id: string
  @Texto({ descripcion: 'Lo que la persona escribió.' }) texto: string
  @Lista(() => JuicioDto, { descripcion: 'Lo que cada quien le dio al codificar.' }) codigos: JuicioDto[]
  @Lista(() => JuicioDto, { descripcion: 'Lo que se ha decidido después.' }) votos: JuicioDto[]
  @Texto({ descripcion: 'Categoría que queda; nulo: sin resolver.', nulo: true }) final: string | null
}

export class DesacuerdosDto {
  @Objeto(() => CodificacionDetalleDto, { descripcion: 'La codificación.' }) codificacion: CodificacionDetalleDto
  @Entero({ descripcion: 'Textos que las dos codificaron.' }) total: number
  @Entero({ descripcion: 'En cuántos coincidieron.' }) iguales: number
  @Texto({ descripcion: 'Kappa de Cohen, a dos decimales; nulo cuando no se puede calcular.', nulo: true }) kappa: string | null
  @Lista(() => DesacuerdoDto, { descripcion: 'En los que no.' }) desacuerdos: DesacuerdoDto[]
}

export class ResolverDesacuerdoDto {
  @Texto({ descripcion: 'Clave de la categoría.', max: 100 }) codigo: string
  @Texto({ descripcion: 'Por qué esa, sin repetir el texto.', min: 3, max: 300 }) razon: string
}
