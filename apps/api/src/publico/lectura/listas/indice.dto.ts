import { ORDENES_PRESENTACION, TIPOS_MOSAICO } from '@conoceles/domain'
import { Entero, Fecha, Lista, Logico, Objeto, Opcion, Texto, Textos } from '../../../shared/validacion/fields.ts'
import { CorteRefDto, ListadaDto, ReferenciaDto } from '../publico.dto.ts'

/** A column of the index, as long as there are candidaturas: a text cut every so many signs, or numbers as signs. */
const Columna = (descripcion: string) => Texto({ descripcion, max: 10_000_000 })

export class ContiendaIndiceDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Texto({ descripcion: 'Distrito.', nulo: true }) distrito: string | null
  @Texto({ descripcion: 'Municipio.', nulo: true }) municipio: string | null
  @Texto({ descripcion: 'Comunidad.', nulo: true }) comunidad: string | null
}

export class PostulacionesIndiceDto {
  @Columna('Posición de su contienda.') contiendas: string
  @Columna('Posición de quien postula.') actores: string
  @Columna('Posición de sus integrantes y del partido de origen.') otros: string
  @Columna('Cuántas filas seguidas son de ella.') filas: string
}

export class ValoresIndiceDto {
  @Textos({ descripcion: 'Partidos de origen.' }) partidoOrigen: string[]
  @Textos({ descripcion: 'Calidades.' }) calidad: string[]
  @Textos({ descripcion: 'Estatus.' }) estatus: string[]
  @Textos({ descripcion: 'Sexo o género.' }) sexo: string[]
  @Textos({ descripcion: 'Grupos de edad.' }) edad: string[]
  @Textos({ descripcion: 'Grados de estudios.' }) escolaridad: string[]
  @Textos({ descripcion: 'Grupos de las acciones afirmativas.' }) accionAfirmativa: string[]
  @Textos({ descripcion: 'Si no se muestra nada de la persona, o no se muestra una parte.' }) reserva: string[]
}

export class CodigosIndiceDto {
  @Columna('De `partidoOrigen`.') partidoOrigen: string
  @Columna('De `calidad`.') calidad: string
  @Columna('De `estatus`.') estatus: string
  @Columna('De `sexo`.') sexo: string
  @Columna('De `edad`.') edad: string
  @Columna('De `escolaridad`.') escolaridad: string
  @Columna('De `accionAfirmativa`.') accionAfirmativa: string
  @Columna('De `reserva`.') reserva: string
}

export class NombresIndiceDto {
  @Columna('Cuántas palabras tiene cada nombre.') largos: string
  @Columna('Posición de cada una, seguidas.') palabras: string
}

export class TemasIndiceDto {
  @Textos({ descripcion: 'Temas que alguien eligió para sus propuestas.' }) valores: string[]
  @Columna('De cada fila, la suma de 2ⁿ de sus temas, contados desde 0.') filas: string
}

export class SalidaIndiceDto {
  @Entero({ descripcion: 'Fila.' }) fila: number
  @Fecha({ descripcion: 'Desde cuándo dejó el lugar.', nulo: true }) desde: string | null
  @Texto({ descripcion: 'Quién entró en el lugar.', nulo: true }) entra: string | null
}

export class IndicePublicoDto {
  @Texto({ descripcion: 'Clave del proceso.' }) proceso: string
  @Opcion(ORDENES_PRESENTACION, { descripcion: 'En qué orden se muestra a quienes compiten entre sí.' })
  orden: (typeof ORDENES_PRESENTACION)[number]
  @Fecha({ descripcion: 'Día cuyo sorteo da ese orden; nulo si no se sortea.', nulo: true }) sorteo: string | null
  @Lista(() => ReferenciaDto, { descripcion: 'Grupos de edad.' }) edades: ReferenciaDto[]
  @Textos({ descripcion: 'Grados de estudios, en orden.' }) escolaridades: string[]
  @Lista(() => ReferenciaDto, { descripcion: 'Grupos de las acciones afirmativas.' }) grupos: ReferenciaDto[]
  @Lista(() => ContiendaIndiceDto, { descripcion: 'Contiendas con candidaturas.' }) contiendas: ContiendaIndiceDto[]
  @Textos({ descripcion: 'Claves de quienes postulan.' }) actores: string[]
  @Textos({ descripcion: 'Integrantes y partido de origen: claves separadas por un blanco.' }) otros: string[]
  @Objeto(() => PostulacionesIndiceDto, { descripcion: 'Quién postula en cada contienda.' }) postulaciones: PostulacionesIndiceDto
  @Columna('Principio de cada identificador, sin guiones, todos del mismo largo y seguidos.') ids: string
  @Textos({ descripcion: 'Palabras de los nombres, las más frecuentes primero.' }) palabras: string[]
  @Objeto(() => NombresIndiceDto, { descripcion: 'Nombres completos.' }) nombres: NombresIndiceDto
  @Textos({ descripcion: 'Sobrenombres; vacío si no hay.' }) apodos: string[]
  @Columna('Números de lista o fórmula.') numeros: string
  @Objeto(() => ValoresIndiceDto, { descripcion: 'A qué corresponde cada código.' }) valores: ValoresIndiceDto
  @Objeto(() => CodigosIndiceDto, { descripcion: 'Códigos de cada fila.' }) codigos: CodigosIndiceDto
  @Columna('1: con propuestas; 2: con fotografía; 3: ambas.') marcas: string
  @Objeto(() => TemasIndiceDto, { descripcion: 'Temas de las propuestas; falta si nadie eligió.', opcional: true }) temas?: TemasIndiceDto
  @Lista(() => SalidaIndiceDto, { descripcion: 'Quienes dejaron su lugar.' }) salidas: SalidaIndiceDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class ListaDelDiaDto extends ListadaDto {
  @Opcion(ORDENES_PRESENTACION, { descripcion: 'En qué orden se muestra a quienes compiten entre sí.' })
  orden: (typeof ORDENES_PRESENTACION)[number]
  @Fecha({ descripcion: 'Día cuyo sorteo da ese orden; nulo si no se sortea.', nulo: true }) sorteo: string | null
}

export class OrdenPresentacionDto {
  @Opcion(ORDENES_PRESENTACION, { descripcion: 'Sorteo de cada día, o el orden de la boleta.' })
  clave: (typeof ORDENES_PRESENTACION)[number]
  @Texto({ descripcion: 'De dónde se tomó; nula si nadie lo ha confirmado.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Con qué confianza se sabe.' }) confianza: string
}

export class FuncionCargoDto {
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Qué hace, en una frase.' }) resumen: string
  @Textos({ descripcion: 'Qué hace, punto por punto.' }) funciones: string[]
  @Texto({ descripcion: 'De dónde se tomó; nula si nadie lo ha confirmado.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Con qué confianza se sabe.' }) confianza: string
}

export class PreguntaFrecuenteDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Pregunta.' }) pregunta: string
  @Textos({ descripcion: 'Respuesta, por párrafos.' }) respuesta: string[]
  @Texto({ descripcion: 'De dónde se tomó; nula si nadie lo ha confirmado.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Con qué confianza se sabe.' }) confianza: string
}

export class IndicacionVotarDto {
  @Logico({ descripcion: 'Si se lee antes que las boletas.', opcional: true }) antes?: boolean
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'De qué trata.' }) titulo: string
  @Textos({ descripcion: 'Por párrafos.' }) texto: string[]
  @Texto({ descripcion: 'De dónde se tomó; nula si nadie lo ha confirmado.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Con qué confianza se sabe.' }) confianza: string
}

export class ConsultaPublicaDto {
  @Objeto(() => OrdenPresentacionDto, { descripcion: 'En qué orden se muestra a quienes compiten; nulo si no consta.', nulo: true })
  orden: OrdenPresentacionDto | null
  @Lista(() => FuncionCargoDto, { descripcion: 'Qué hace cada cargo.' }) funciones: FuncionCargoDto[]
  @Lista(() => PreguntaFrecuenteDto, { descripcion: 'Preguntas y respuestas.' }) preguntas: PreguntaFrecuenteDto[]
  @Lista(() => IndicacionVotarDto, { descripcion: 'Qué hay que saber para votar; falta en los cortes de antes.', opcional: true })
  votar?: IndicacionVotarDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class TeselaPublicaDto {
  @Texto({ descripcion: 'Clave de la demarcación.' }) clave: string
  @Texto({ descripcion: 'Nombre que cabe en el cuadro.' }) corto: string
  @Texto({ descripcion: 'Abreviatura.' }) abreviatura: string
  @Entero({ descripcion: 'Fila, desde el norte.', min: 1 }) fila: number
  @Entero({ descripcion: 'Columna, desde el oeste.', min: 1 }) columna: number
}

export class MosaicoPublicoDto {
  @Opcion(TIPOS_MOSAICO, { descripcion: 'Qué dibuja.' }) tipo: (typeof TIPOS_MOSAICO)[number]
  @Entero({ descripcion: 'Columnas.', min: 1 }) columnas: number
  @Lista(() => TeselaPublicaDto, { descripcion: 'Cuadros, por fila y columna.' }) teselas: TeselaPublicaDto[]
  @Texto({ descripcion: 'Crédito que va al pie.' }) credito: string
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Texto({ descripcion: 'Con qué confianza se sabe.' }) confianza: string
}

export class ListMosaicosDto {
  @Lista(() => MosaicoPublicoDto, { descripcion: 'Mosaicos; ninguno si el proceso no los trae.' }) elementos: MosaicoPublicoDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
