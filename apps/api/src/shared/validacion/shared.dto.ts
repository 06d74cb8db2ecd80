import { Entero, Lista, Libre, Texto, Textos, Uuid } from './fields.ts'

export class FieldErrorDto {
  @Texto({ descripcion: 'Campo, con puntos si está dentro de otro.', ejemplo: 'correo' }) field: string
  @Textos({ descripcion: 'Por qué no se aceptó.', ejemplo: ['Debe ser un correo electrónico.'] }) reasons: string[]
  @Texto({
    descripcion: 'El texto con los acentos reparados, si venían rotos; nulo si no se puede.',
    opcional: true,
    nulo: true,
    ejemplo: 'Jesús',
  })
  reparado?: string | null
}

export class ProblemDto {
  @Texto({ descripcion: 'Dirección que explica el error.' }) type: string
  @Texto({ descripcion: 'Qué pasó, en una frase.', ejemplo: 'Los datos enviados no tienen la forma esperada.' }) title: string
  @Entero({ descripcion: 'Código HTTP.', ejemplo: 400 }) status: number
  @Texto({ descripcion: 'Código estable del error.', ejemplo: 'entrada.invalida' }) code: string
  @Texto({ descripcion: 'Identificador de la petición, para pedir ayuda.' }) requestId: string
  @Texto({ descripcion: 'Detalle de este caso.', opcional: true }) detail?: string
  @Lista(() => FieldErrorDto, { descripcion: 'Razones por campo.', opcional: true }) errors?: FieldErrorDto[]
  @Libre({ descripcion: 'Lo que hay ahora, cuando alguien guardó antes.', opcional: true }) actual?: object
  @Libre({ descripcion: 'Con qué se puede mostrar o registrar el segundo factor, cuando falta al entrar.', opcional: true })
  segundoFactor?: object
}

export class IdParamsDto {
  @Uuid({ descripcion: 'Identificador.', ejemplo: '1fb1f909-2e3e-4506-a36a-a9fdd02ea601' }) id: string
}
