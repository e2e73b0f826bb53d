--- Ask the server, from a draft's buffer.
local client = require('attrib-lsp.client')

local M = {}

--- Tell the user one line.
---@param line string
---@param level? integer
function M.tell(line, level)
  vim.notify('attrib-lsp: ' .. line, level or vim.log.levels.INFO)
end

--- Run a command of the server; `take` gets its answer, and is not called where there is none.
---@param command string
---@param arguments any[]
---@param take fun(answer: table, client: vim.lsp.Client)
---@param buffer? integer
function M.execute(command, arguments, take, buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local found = client.of(buffer)
  if not found then
    M.tell('no server for this file; :checkhealth attrib-lsp says why', vim.log.levels.WARN)
    return
  end
  local params = { command = command, arguments = arguments }
  local handler = function(error, answer)
    if error then
      M.tell(error.message, vim.log.levels.ERROR)
    elseif answer == nil or answer == vim.NIL then
      M.tell('nothing is known of this file yet')
    else
      take(answer, found)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    found:request('workspace/executeCommand', params, handler, buffer)
  else
    found.request('workspace/executeCommand', params, handler, buffer)
  end
end

--- The URI of a buffer.
---@param buffer? integer
---@return string
function M.uri(buffer)
  return vim.uri_from_bufnr(buffer or vim.api.nvim_get_current_buf())
end

return M
