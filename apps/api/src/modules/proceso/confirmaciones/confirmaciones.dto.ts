import { CONFIANZAS, MATERIAS } from '@conoceles/domain'
import { Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class ConfirmacionDto {
  @Uuid({ descripcion: 'Confirmación.' }) id: string
  @Texto({ descripcion: 'Documento que lo dice.' }) documento: string
  @Fecha({ descripcion: 'Fecha del documento.' }) fecha: string
  @Instante({ descripcion: 'Cuándo se confirmó.' }) en: string
}

export class DatoEscritoDto {
  @Uuid({ descripcion: 'Texto escrito.' }) id: string
  @Texto({ descripcion: 'Documento que lo dice.' }) documento: string
  @Fecha({ descripcion: 'Fecha del documento.' }) fecha: string
  @Instante({ descripcion: 'Cuándo se escribió.' }) en: string
  @Logico({ descripcion: 'Si lo escribió quien pregunta: entonces lo confirma otra persona.' }) propio: boolean
}

export class PrimeraConfirmacionDto extends ConfirmacionDto {
  @Logico({ descripcion: 'Si la dio quien pregunta: entonces falta otra persona.' }) propia: boolean
}

export class CierreDto {
  @Texto({ descripcion: 'Autoridad que lo decide.', ejemplo: 'IMPEPAC' }) quien: string
  @Texto({ descripcion: 'Documento o publicación en que se leerá.' }) donde: string
}

export class DatoPackDto {
  @Texto({ descripcion: 'Clave del dato.', ejemplo: 'reglas.formula_mismo_genero' }) clave: string
  @Opcion(MATERIAS, { descripcion: 'Materia.' }) materia: (typeof MATERIAS)[number]
  @Texto({ descripcion: 'De qué trata.' }) dato: string
  @Texto({ descripcion: 'Lo que dice; nulo: el paquete no trae el dato.', nulo: true }) valor: string | null
  @Texto({ descripcion: 'Fuente.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
  @Texto({ descripcion: 'Dirección de la página pública en que se ve.', nulo: true }) pagina: string | null
  @Texto({ descripcion: 'Huella del valor: va con su confirmación.' }) huella: string
  @Objeto(() => ConfirmacionDto, { descripcion: 'Confirmación de este valor.', nulo: true }) confirmacion: ConfirmacionDto | null
  @Objeto(() => PrimeraConfirmacionDto, { descripcion: 'La de la primera persona, mientras falta la segunda.', nulo: true })
  primera: PrimeraConfirmacionDto | null
  @Objeto(() => ConfirmacionDto, { descripcion: 'Confirmación de otro valor, que ya no es el del paquete.', nulo: true })
  anterior: ConfirmacionDto | null
  @Objeto(() => CierreDto, { descripcion: 'Quién lo cierra, según el paquete.', nulo: true }) cierra: CierreDto | null
  @Logico({ descripcion: 'Si el paquete no trae su texto y la Secretaría puede escribirlo.' }) escribible: boolean
  @Objeto(() => DatoEscritoDto, { descripcion: 'El texto que se escribió porque el paquete no lo trae.', nulo: true })
  escrito: DatoEscritoDto | null
}

export class ListDatosPackDto {
  @Texto({ descripcion: 'Dirección del sitio público.' }) sitio: string
  @Lista(() => DatoPackDto, { descripcion: 'Los datos que el paquete trae sin confirmar, por materia.' }) elementos: DatoPackDto[]
}

export class ConfirmarDatoDto {
  @Texto({ descripcion: 'Clave del dato.', max: 200 }) clave: string
  @Texto({ descripcion: 'Huella del valor que se leyó.', max: 64 }) huella: string
  @Texto({ descripcion: 'Documento que lo dice.', min: 5, max: 300 }) documento: string
  @Fecha({ descripcion: 'Fecha del documento.' }) fecha: string
}

export class EscribirDatoDto {
  @Texto({ descripcion: 'Clave del dato.', max: 200 }) clave: string
  @Texto({ descripcion: 'El texto que el paquete no trae.', min: 2, max: 2000 }) valor: string
  @Texto({ descripcion: 'Documento que lo dice.', min: 5, max: 300 }) documento: string
  @Fecha({ descripcion: 'Fecha del documento.' }) fecha: string
}

export class DeshacerConfirmacionDto {
  @Texto({ descripcion: 'Por qué.', min: 10, max: 1000 }) motivo: string
}
