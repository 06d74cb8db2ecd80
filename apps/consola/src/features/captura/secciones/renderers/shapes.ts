/** Texts longer than this get more than one line. */
const ONE_LINE_MAX = 200

export interface Shape {
  type?: unknown
  enum?: unknown[]
  items?: Shape
  maxLength?: number
  sinBlancos?: unknown
  'x-presentacion'?: string
}

export function isLongText(shape: Shape): boolean {
  if (shape.type !== 'string' || shape.enum !== undefined) return false
  return shape.sinBlancos !== undefined || shape['x-presentacion'] === 'parrafos' || (shape.maxLength ?? 0) > ONE_LINE_MAX
}
