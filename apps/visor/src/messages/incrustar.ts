import own from './es-MX/incrustar.json'
import { withTexts } from './index.ts'

export const { t } = withTexts(own)
