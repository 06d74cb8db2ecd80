import type { Look } from './look.ts'

/** Neck, ears, head and features. */
export function face({ skin, eyes, jaw, sexo, stage, hair }: Look): string {
  const width = 40 + jaw * 12
  const head = `M88 178 C86 112 118 92 150 92 C182 92 214 112 212 178 C212 214 ${150 + width} 262 150 262 C${150 - width} 262 88 214 88 178 Z`
  const brow = stage === 'old' ? '#8f8a84' : hair
  const thickness = sexo === 'hombre' ? 5 : 3.4
  return [
    `<path d="M124 230 L124 292 C124 316 176 316 176 292 L176 230 Z" fill="${skin.base}"/>`,
    `<path d="M124 250 C134 272 166 272 176 250 L176 266 C166 288 134 288 124 266 Z" fill="${skin.shade}" opacity="0.75"/>`,
    `<ellipse cx="87" cy="186" rx="10" ry="17" fill="${skin.base}"/><ellipse cx="213" cy="186" rx="10" ry="17" fill="${skin.base}"/>`,
    `<ellipse cx="86" cy="187" rx="5" ry="10" fill="${skin.shade}"/><ellipse cx="214" cy="187" rx="5" ry="10" fill="${skin.shade}"/>`,
    `<path d="${head}" fill="${skin.base}"/>`,
    `<ellipse cx="112" cy="211" rx="13" ry="8" fill="${skin.lip}" opacity="0.16"/><ellipse cx="188" cy="211" rx="13" ry="8" fill="${skin.lip}" opacity="0.16"/>`,
    eye({ x: 125, eyes, lashes: sexo === 'mujer' }),
    eye({ x: 175, eyes, lashes: sexo === 'mujer' }),
    `<path d="M111 166 C118 159 131 159 138 164 M162 164 C169 159 182 159 189 166" fill="none" stroke="${brow}" stroke-width="${thickness}" stroke-linecap="round"/>`,
    `<path d="M149 184 C147 198 143 206 142 210 C144 216 156 216 158 210" fill="none" stroke="${skin.shade}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<path d="M129 230 C137 226 144 227 150 229 C156 227 163 226 171 230 C164 243 136 243 129 230 Z" fill="${skin.lip}"/>`,
    `<path d="M127 229 C138 234 162 234 173 229" fill="none" stroke="${skin.shade}" stroke-width="2" stroke-linecap="round"/>`,
  ].join('')
}

function eye({ x, eyes, lashes }: { x: number; eyes: string; lashes: boolean }): string {
  const lid = `<path d="M${x - 11} 183 C${x - 7} 174 ${x + 7} 174 ${x + 11} 183" fill="none" stroke="#2b211b" stroke-width="${lashes ? 3 : 2}" stroke-linecap="round"/>`
  return [
    `<path d="M${x - 11} 183 C${x - 7} 174 ${x + 7} 174 ${x + 11} 183 C${x + 7} 190 ${x - 7} 190 ${x - 11} 183 Z" fill="#fbf8f4"/>`,
    `<circle cx="${x}" cy="182" r="5.4" fill="${eyes}"/><circle cx="${x + 1.8}" cy="180" r="1.5" fill="#fff"/>`,
    lid,
  ].join('')
}

/** Lines of a face that has lived. */
export function wrinkles({ stage, skin }: Look): string {
  if (stage === 'young') return ''
  const smile = 'M120 216 C116 224 117 231 120 236 M180 216 C184 224 183 231 180 236'
  const rest =
    'M124 138 C140 134 160 134 176 138 M128 149 C142 146 158 146 172 149 M103 182 L97 178 M103 187 L96 188 M197 182 L203 178 M197 187 L204 188 M116 197 C121 200 129 200 133 197 M167 197 C171 200 179 200 184 197'
  const lines = stage === 'old' ? `${smile} ${rest}` : smile
  return `<path d="${lines}" fill="none" stroke="${skin.shade}" stroke-width="2" stroke-linecap="round"/>`
}

export function beard({ facialHair, hair }: Look): string {
  const moustache = `<path d="M128 227 C134 218 144 218 150 222 C156 218 166 218 172 227 C164 228 157 225 150 226 C143 225 136 228 128 227 Z" fill="${hair}"/>`
  if (facialHair === 'moustache') return moustache
  if (facialHair === 'none') return ''
  const full = `<path d="M89 186 C92 236 118 272 150 272 C182 272 208 236 211 186 C205 214 196 224 182 222 C166 215 134 215 118 222 C104 224 95 214 89 186 Z M131 231 C138 242 162 242 169 231 C162 248 138 248 131 231 Z" fill="${hair}" fill-rule="evenodd"/>`
  return full + moustache
}

export function glasses({ hasGlasses }: Look): string {
  if (!hasGlasses) return ''
  const frame = 'fill="#ffffff" fill-opacity="0.18" stroke="#33302e" stroke-width="3"'
  return `<rect x="104" y="168" width="41" height="31" rx="13" ${frame}/><rect x="155" y="168" width="41" height="31" rx="13" ${frame}/><path d="M145 180 C148 176 152 176 155 180 M104 180 L89 177 M196 180 L211 177" fill="none" stroke="#33302e" stroke-width="3"/>`
}

/** Shoulders and clothes. */
export function clothes({ garment, fabric, skin }: Look): string {
  const shoulders = 'M14 400 C16 334 70 316 124 296 L176 296 C230 316 284 334 286 400 Z'
  const body = `<path d="${shoulders}" fill="${fabric}"/>`
  return body + DETAILS[garment]({ fabric, skin: skin.base })
}

const DETAILS: Record<Look['garment'], (colours: { fabric: string; skin: string }) => string> = {
  shirt: () =>
    '<path d="M124 296 L104 318 L134 346 L150 326 L166 346 L196 318 L176 296 L124 296 Z" fill="#ffffff" fill-opacity="0.35"/><path d="M150 328 L150 400" stroke="#00000033" stroke-width="2"/><circle cx="150" cy="354" r="2.6" fill="#00000055"/><circle cx="150" cy="382" r="2.6" fill="#00000055"/>',
  jacket: () =>
    '<path d="M122 298 L150 400 L178 298 Z" fill="#f5f2ec"/><path d="M122 297 L92 322 L112 346 L104 356 L150 400 L122 297 Z M178 297 L208 322 L188 346 L196 356 L150 400 L178 297 Z" fill="#000000" fill-opacity="0.22"/>',
  blouse: ({ skin }) =>
    `<path d="M120 299 C124 348 176 348 180 299 Z" fill="${skin}"/><path d="M120 299 C124 348 176 348 180 299" fill="none" stroke="#ffffff" stroke-opacity="0.55" stroke-width="4"/><path d="M118 306 C128 362 172 362 182 306" fill="none" stroke="#e7d9a8" stroke-width="2" stroke-dasharray="1 5" stroke-linecap="round"/>`,
  embroidered: () =>
    '<path d="M106 305 C112 352 188 352 194 305 L210 311 C202 380 98 380 90 311 Z" fill="#f5f2ec"/><path d="M99 316 C108 366 192 366 201 316" fill="none" stroke="#b5443c" stroke-width="5" stroke-dasharray="2 9" stroke-linecap="round"/><path d="M102 322 C112 360 188 360 198 322" fill="none" stroke="#2f6b57" stroke-width="4" stroke-dasharray="2 9" stroke-dashoffset="5" stroke-linecap="round"/>',
  shawl: () =>
    '<path d="M14 400 C16 334 70 316 116 300 L150 356 L176 400 Z" fill="#000000" fill-opacity="0.18"/><path d="M286 400 C284 334 230 316 184 300 L150 346 L84 400 Z" fill="#ffffff" fill-opacity="0.22"/><path d="M190 306 L112 400 M206 311 L138 400 M222 317 L164 400" stroke="#ffffff" stroke-opacity="0.35" stroke-width="2"/>',
}
