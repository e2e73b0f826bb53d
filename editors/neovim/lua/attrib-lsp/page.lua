--- Pages that the server writes (claim table, memo, rule): Markdown in a window of their own, never a file.
local request = require('attrib-lsp.request')

local M = {}

--- Show Markdown; a page of the same name is written over in place.
---@param name string
---@param markdown string
---@return integer buffer
function M.open(name, markdown)
  local full = 'attrib-lsp://' .. name
  local buffer = vim.fn.bufnr('^' .. vim.fn.escape(full, '*?[]{}^$.') .. '$')
  if buffer == -1 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, full)
    vim.bo[buffer].bufhidden = 'wipe'
    vim.bo[buffer].filetype = 'markdown'
    vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, desc = 'Close this page' })
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(markdown, '\n'))
  -- The memo has blanks to fill in: the page can be written in, and saved under a name with :saveas.
  vim.bo[buffer].modified = false
  local window = vim.fn.bufwinid(buffer)
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
  else
    vim.cmd('rightbelow vsplit')
    vim.api.nvim_win_set_buf(0, buffer)
    vim.wo[0][0].wrap = true
    vim.wo[0][0].linebreak = true
  end
  return buffer
end

--- Ask the server for a page and show it.
---@param command string
---@param arguments any[]
---@param name string
function M.request(command, arguments, name)
  request.execute(command, arguments, function(answer)
    M.open(name, answer.markdown)
  end)
end

return M
