/**
 * For the process of an export. Rows live for a moment, and most of what lies in the heap is dead. With
 * 256 MB at most, V8 clears it before it is 150 MB more than without a row; with 128 MB a workbook of a
 * million rows took nine times the time of the processor.
 */
export const EXPORT_NODE_OPTIONS = ['--max-old-space-size=256', '--semi-space-growth-factor=1']
